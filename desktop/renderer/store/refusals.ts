import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RefusedCommand } from '#desktop/bridge/views.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import { useBridgeQuery } from './bridgeQuery.ts';
import { callBridge } from './callBridge.ts';
import { useStore } from './storeContext.ts';

/** Commands the server refused after this window had moved on, oldest first, and how to put one away. */
export function useRefusals(): {
  refusals: readonly RefusedCommand[];
  dismiss: (key: IdempotencyKey) => void;
} {
  const { bridge } = useStore();
  const queries = useQueryClient();
  const { data } = useBridgeQuery('refusals.read', undefined);
  const { mutate } = useMutation({
    networkMode: 'always',
    mutationFn: (key: IdempotencyKey) => callBridge(bridge, 'refusals.dismiss', { key }),
    onSuccess: (left) => queries.setQueryData(['refusals.read', null], left),
  });
  return { refusals: data ?? [], dismiss: mutate };
}
