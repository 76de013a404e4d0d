import { useCallback, useSyncExternalStore } from 'react';
import type { CallInput } from '#desktop/bridge/map.ts';
import type { Keeping, SessionState } from '#desktop/bridge/views.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { Clinic, Member } from '#shared/people.ts';
import { callBridge, errorBodyOf } from './callBridge.ts';
import { useSignedIn, useStore } from './storeContext.ts';

export type SignedOut = Extract<SessionState, { phase: 'signedOut' }>;

const starting: SessionState = { phase: 'starting' };

/** The session as the main process knows it; `starting` until it has answered. */
export function useSession(): SessionState {
  const { session } = useStore();
  return useSyncExternalStore(session.subscribe, session.get) ?? starting;
}

/** The clinic signed in to. Only below the signed-in shell. */
export function useClinic(): Clinic {
  return useSignedIn().session.clinic;
}

/** The person signed in. Only below the signed-in shell. */
export function useMe(): Member {
  return useSignedIn().session.member;
}

/** Whether this PC keeps the day on disk, and if not, why (W2). Only below the signed-in shell. */
export function useKeeping(): Keeping {
  return useSignedIn().session.keeping;
}

/** The clinic server as it was typed at sign-in. Only below the signed-in shell. */
export function useServerAddress(): string {
  return useSignedIn().session.address;
}

/** Resolves to null when signed in, else to what went wrong. */
export function useSignIn(): (form: CallInput<'session.signIn'>) => Promise<ErrorBody | null> {
  const { bridge, session } = useStore();
  return useCallback(
    async (form) => {
      try {
        const state = await callBridge(bridge, 'session.signIn', form);
        session.set(state);
        return state.phase === 'signedOut' ? state.error : null;
      } catch (error) {
        return errorBodyOf(error);
      }
    },
    [bridge, session],
  );
}

/** Resolves to null when signed out, else to what went wrong. */
export function useSignOut(): () => Promise<ErrorBody | null> {
  const { bridge, session } = useStore();
  return useCallback(async () => {
    try {
      session.set(await callBridge(bridge, 'session.signOut', undefined));
      return null;
    } catch (error) {
      return errorBodyOf(error);
    }
  }, [bridge, session]);
}
