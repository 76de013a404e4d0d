import type { Push, PushName } from '#desktop/bridge/map.ts';
import type { ErrorBody } from '#shared/errors.ts';
import { describe, type Log } from '../log.ts';
import type { Sync } from '../sync/session-shape.ts';
import type { OpenDay } from './open-day.ts';
import type { Person } from './person.ts';

export type Tell = <N extends PushName>(name: N, payload: Push<N>) => void;

/** A person at work here: their day, and the sync that keeps it level with the clinic's. */
export interface AtWork {
  person: Person;
  readonly day: OpenDay;
  readonly sync: Sync;
}

export interface Listeners {
  readonly tell: Tell;
  readonly log: Log;
  /** The clinic, or the person's own entry in it, is another than before. */
  readonly personChanged: () => void;
  readonly ended: (error: ErrorBody) => void;
}

/** Passes on what the sync tells, to the windows and to the session. */
export function followSync(at: AtWork, { tell, log, personChanged, ended }: Listeners): void {
  const { sync } = at;
  sync.on('connection', (connection) => tell('connectionChanged', connection));
  sync.on('events', (applied) => tell('eventsApplied', applied));
  sync.on('settled', (outcome) => tell('commandSettled', outcome));
  sync.on('waiting', (waiting) => tell('waitingChanged', { waiting }));
  sync.on('replaced', () => {
    tell('cacheReplaced', null);
    if (takeFromSnapshot(at)) personChanged();
  });
  sync.on('signedOut', ended);
  sync.on('fault', (error) => log.error({ err: describe(error) }, 'sync met a fault'));
}

function takeFromSnapshot(at: AtWork): boolean {
  const { person } = at;
  const { cache } = at.day;
  const clinic = cache.clinic() ?? person.clinic;
  const member = cache.members().find(({ id }) => id === person.member.id) ?? person.member;
  at.person = { ...person, clinic, member };
  return JSON.stringify(at.person) !== JSON.stringify(person);
}
