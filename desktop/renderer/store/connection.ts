import { useCallback, useSyncExternalStore } from 'react';
import type { ConnectionState } from '#desktop/bridge/views.ts';
import { callBridge } from './callBridge.ts';
import { useStore } from './storeContext.ts';

const unknown: ConnectionState = {
  phase: 'reconnecting',
  asOf: null,
  nextTryAt: null,
  error: null,
  waiting: 0,
};

/** How this workstation stands with its server, live. */
export function useConnectionStatus(): ConnectionState {
  const { connection } = useStore();
  return useSyncExternalStore(connection.subscribe, connection.get) ?? unknown;
}

/** Try to connect now instead of at the next turn. */
export function useRetryConnection(): () => Promise<void> {
  const { bridge, connection } = useStore();
  return useCallback(
    async () => connection.set(await callBridge(bridge, 'connection.retry', undefined)),
    [bridge, connection],
  );
}
