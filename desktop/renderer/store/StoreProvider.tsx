import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Bridge } from '#desktop/bridge/map.ts';
import type { Clock } from '#shared/time.ts';
import { Mirror } from './mirror.ts';
import { newQueryClient } from './newQueryClient.ts';
import { refreshByEvent } from './refreshByEvent.ts';
import { type Store, StoreContext } from './storeContext.ts';

interface Props {
  bridge: Bridge;
  clock: Clock;
  children: ReactNode;
}

/** Everything above sign-in: the bridge, the clock, the session and the connection. */
export function StoreProvider({ bridge, clock, children }: Props) {
  const store = useMemo<Store>(
    () => ({
      bridge,
      clock,
      session: new Mirror({
        read: () => bridge.call('session.read', undefined),
        listen: (listener) => bridge.on('sessionChanged', listener),
      }),
      connection: new Mirror({
        read: () => bridge.call('connection.read', undefined),
        listen: (listener) => bridge.on('connectionChanged', listener),
      }),
    }),
    [bridge, clock],
  );
  const queries = useMemo(newQueryClient, []);
  useEffect(() => {
    const stops = [store.session.follow(), store.connection.follow(), refreshByEvent(bridge, queries)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, bridge, queries]);
  return (
    <StoreContext value={store}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </StoreContext>
  );
}
