import type { SessionState } from '#desktop/bridge/views.ts';
import { RoomlightError } from '#shared/errors.ts';
import type { LocalDate } from '#shared/time.ts';
import { type Clock, toInstant } from '#shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { CachedDay } from '../cache/shapes.ts';
import type { Sync } from '../sync/session-shape.ts';
import type { findClinic } from '../sync/sign-in.ts';
import type { Handlers } from './answer.ts';

/** Who is signed in, as the handlers need it. */
export interface Desk {
  readonly state: SessionState;
  /** @throws RoomlightError `notSignedIn` */
  readonly atWork: { readonly day: { readonly cache: Cache }; readonly sync: Sync };
  signIn(form: { address: string; username: string; password: string }): Promise<SessionState>;
  signOut(): Promise<SessionState>;
}

export interface HandlerOptions {
  readonly desk: Desk;
  readonly findClinic: typeof findClinic;
  readonly clock: Clock;
}

// Longer, and a person wonders; the command is kept, and its outcome follows.
const SUBMIT_WAIT = 3_000;

/** What each call of the bridge does. Reads come from the cache, so they answer with or without a network. */
export function handlersOf({ desk, findClinic, clock }: HandlerOptions): Handlers {
  const cache = () => desk.atWork.day.cache;
  const sync = () => desk.atWork.sync;
  return {
    'session.read': () => desk.state,
    'session.signIn': (form) => desk.signIn(form),
    'session.signOut': () => desk.signOut(),
    'clinic.find': ({ address }) => findClinic(address),
    'connection.read': () => sync().connection,
    'connection.retry': () => {
      sync().retryNow();
      return sync().connection;
    },
    'members.read': () => cache().members(),
    'day.read': ({ date }) => readDay(cache(), sync(), date),
    'search.run': ({ text }) => cache().search(text, toInstant(clock())),
    'patient.read': ({ id }) => cache().patient(id) ?? noSuchPatient(),
    'appointment.history': ({ id }) => sync().history(id),
    'command.submit': ({ key, command }) => sync().submit(key, command, { waitMs: SUBMIT_WAIT }),
    'refusals.read': () => cache().outbox.refusals(),
    'refusals.dismiss': ({ key }) => {
      const { outbox } = cache();
      outbox.dismiss(key);
      return outbox.refusals();
    },
  };
}

/** A day from before those kept here comes from the server; before the first snapshot nothing is kept of any. */
function readDay(cache: Cache, sync: Sync, date: LocalDate): CachedDay | Promise<CachedDay> {
  const day = cache.day(date);
  return day.kept || cache.clinic() === null ? day : sync.olderDay(date);
}

function noSuchPatient(): never {
  throw new RoomlightError({ kind: 'notFound', message: 'There is no such patient here. Search again.' });
}
