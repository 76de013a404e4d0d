import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { isOwnActor } from './isOwnActor.ts';
import { newQueryClient } from './newQueryClient.ts';
import { keptProviderFilter } from './preferences.ts';
import { RecentChanges, type Wake } from './recentChanges.ts';
import { refreshByEvent } from './refreshByEvent.ts';
import { type SignedIn, SignedInContext, useStore } from './storeContext.ts';
import { ViewStore } from './viewState.ts';

const wakeByTimer: Wake = (ms, then) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

/**
 * Give it a `key` of user and server: answers, selection and highlights of one person are never seen by the next.
 */
export function SignedInProvider({ session, children }: { session: SignedIn; children: ReactNode }) {
  const { bridge, clock } = useStore();
  const queries = useMemo(newQueryClient, []);
  const view = useMemo(
    () => new ViewStore(keptProviderFilter(window.localStorage, session.clinic.id)),
    [session.clinic.id],
  );
  const recent = useMemo(() => new RecentChanges(clock, wakeByTimer), [clock]);
  const { member, workstation } = session;
  useEffect(() => refreshByEvent(bridge, queries), [bridge, queries]);
  useEffect(
    () => recent.follow(bridge, (actor) => isOwnActor(actor, member.id, workstation)),
    [recent, bridge, member.id, workstation],
  );
  const value = useMemo(() => ({ session, view, recent }), [session, view, recent]);
  return (
    <SignedInContext value={value}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </SignedInContext>
  );
}
