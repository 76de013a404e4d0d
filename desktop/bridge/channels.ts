import type { CallName, PushName } from './map.ts';

/**
 * The names of map.ts without its schemas, which a preload script would otherwise build again for each window.
 * The types keep the two lists the same.
 */
const calls: Record<CallName, true> = {
  'session.read': true,
  'session.signIn': true,
  'session.signOut': true,
  'clinic.find': true,
  'connection.read': true,
  'connection.retry': true,
  'members.read': true,
  'day.read': true,
  'search.run': true,
  'patient.read': true,
  'appointment.history': true,
  'command.submit': true,
  'refusals.read': true,
  'refusals.dismiss': true,
};

const pushes: Record<PushName, true> = {
  sessionChanged: true,
  connectionChanged: true,
  eventsApplied: true,
  cacheReplaced: true,
  commandSettled: true,
  waitingChanged: true,
};

export function callChannel(name: CallName): string {
  return channel('call', calls, name);
}

export function pushChannel(name: PushName): string {
  return channel('push', pushes, name);
}

/** A page under foreign control is not held by types: only a name of the map becomes a channel. */
function channel(kind: string, known: object, name: string): string {
  if (!Object.hasOwn(known, name)) throw new Error(`The bridge has no ${kind} of that name.`);
  return `roomlight:${kind}:${name}`;
}
