import type { Snapshot } from '#shared/http.ts';
import type { CacheContents } from './shapes.ts';

/** A fresh snapshot in the form of `Cache.contents()`, to hold one against the other (F6). */
export function contentsOf(snapshot: Snapshot): CacheContents {
  const { epoch, seq, from, clinic, members, providers, patients, appointments } = snapshot;
  return {
    epoch,
    seq,
    from,
    clinic,
    members: byId(members),
    providers: byId(providers),
    patients: byId(patients),
    appointments: byId(appointments),
  };
}

export function byId<T extends { id: string }>(entities: readonly T[]): T[] {
  return entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
