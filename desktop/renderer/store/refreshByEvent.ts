import type { QueryClient } from '@tanstack/react-query';
import type { Bridge, CallName, PushName } from '#desktop/bridge/map.ts';

const pushNames = [
  'sessionChanged',
  'connectionChanged',
  'eventsApplied',
  'cacheReplaced',
  'commandSettled',
  'waitingChanged',
] as const satisfies readonly PushName[];

/** What makes an answer old, unless the caller says otherwise. A new snapshot makes everything old. */
export const refreshedBy: Record<CallName, readonly PushName[]> = {
  'session.read': ['sessionChanged'],
  'session.signIn': [],
  'session.signOut': [],
  'clinic.find': [],
  'connection.read': ['connectionChanged'],
  'connection.retry': [],
  'members.read': ['cacheReplaced'],
  'day.read': ['eventsApplied', 'cacheReplaced', 'commandSettled', 'waitingChanged'],
  'search.run': ['eventsApplied', 'cacheReplaced'],
  'patient.read': ['eventsApplied', 'cacheReplaced'],
  'appointment.history': ['eventsApplied', 'cacheReplaced'],
  'command.submit': [],
  'refusals.read': ['commandSettled', 'cacheReplaced'],
  'refusals.dismiss': [],
};

/**
 * Marks answers old when a push says so; those on screen are read again at once, the others when next shown.
 * While a round of reads is under way further pushes wait for it: a burst of events costs two rounds, not one
 * each, and never starves the reads it starts.
 */
export function refreshByEvent(bridge: Bridge, queries: QueryClient): () => void {
  const dirty = new Set<PushName>();
  let running = false;
  const run = async () => {
    running = true;
    while (dirty.size > 0) {
      const pushed = new Set(dirty);
      dirty.clear();
      await queries.invalidateQueries({
        predicate: ({ meta }) => isRefreshedBy(meta?.refreshOn, pushed),
      });
    }
    running = false;
  };
  const stops = pushNames.map((name) =>
    bridge.on(name, () => {
      dirty.add(name);
      if (!running) void run();
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function isRefreshedBy(refreshOn: unknown, pushed: ReadonlySet<PushName>): boolean {
  return Array.isArray(refreshOn) && refreshOn.some((name) => pushed.has(name));
}
