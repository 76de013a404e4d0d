import { createContext, useContext } from 'react';
import type { Bridge } from '#desktop/bridge/map.ts';
import type { ConnectionState, SessionState } from '#desktop/bridge/views.ts';
import type { Clock } from '#shared/time.ts';
import type { Mirror } from './mirror.ts';
import type { RecentChanges } from './recentChanges.ts';
import type { ViewStore } from './viewState.ts';

export interface Store {
  bridge: Bridge;
  clock: Clock;
  session: Mirror<SessionState>;
  connection: Mirror<ConnectionState>;
}

export type SignedIn = Extract<SessionState, { phase: 'signedIn' }>;

/** What exists only while someone is signed in, and goes with them. */
export interface SignedInStore {
  session: SignedIn;
  view: ViewStore;
  recent: RecentChanges;
}

export const StoreContext = createContext<Store | null>(null);
export const SignedInContext = createContext<SignedInStore | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('StoreProvider is missing above this component');
  return store;
}

export function useSignedIn(): SignedInStore {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('SignedInProvider is missing above this component');
  return signedIn;
}
