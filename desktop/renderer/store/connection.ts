import { useCallback, useSyncExternalStore } from 'react';
import type { ConnectionState } from '#desktop/bridge/views.ts';
import type { ErrorBody } from '#shared/errors.ts';
import { callBridge, errorBodyOf } from './callBridge.ts';
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

/** Try to connect now instead of at the next turn. Resolves to null, or to what went wrong with asking. */
export function useRetryConnection(): () => Promise<ErrorBody | null> {
  const { bridge, connection } = useStore();
  return useCallback(async () => {
    try {
      connection.set(await callBridge(bridge, 'connection.retry', undefined));
      return null;
    } catch (error) {
      return errorBodyOf(error);
    }
  }, [bridge, connection]);
}
