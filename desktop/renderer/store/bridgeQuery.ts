import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput, PushName } from '#desktop/bridge/map.ts';
import type { RoomlightError } from '#shared/errors.ts';
import { callBridge } from './callBridge.ts';
import { refreshedBy } from './refreshByEvent.ts';
import { useStore } from './storeContext.ts';

export interface BridgeQueryOptions {
  /** Pushes that make the answer old. Left out: what `refreshedBy` says of this call. */
  refreshOn?: readonly PushName[];
  enabled?: boolean;
  /** While another input is read, go on showing the answer to the last one (`isPlaceholderData`). Default true. */
  keepPrevious?: boolean;
}

/**
 * A read over the bridge that refreshes by event, never by timer. What did not change keeps its identity, and
 * nothing flickers: data stays while it is read again.
 */
export function useBridgeQuery<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: BridgeQueryOptions = {},
): UseQueryResult<CallOutput<N>, RoomlightError> {
  const { bridge } = useStore();
  const { refreshOn = refreshedBy[name], enabled = true, keepPrevious = true } = options;
  return useQuery<CallOutput<N>, RoomlightError>({
    queryKey: [name, input ?? null],
    queryFn: () => callBridge(bridge, name, input),
    meta: { refreshOn },
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}
