import { useCallback, useSyncExternalStore } from 'react';
import type { CallInput } from '#desktop/bridge/map.ts';
import type { SessionState } from '#desktop/bridge/views.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { Clinic, Member } from '#shared/people.ts';
import { callBridge, errorBodyOf } from './callBridge.ts';
import { useSignedIn, useStore } from './storeContext.ts';

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
