import type { ClinicEvent, ClinicEventOf, ClinicEventType } from '#shared/events.ts';
import type { UserId } from '#shared/ids.ts';

/** Who of the event's own tenant may receive it. It never names anyone of another tenant (F2). */
export type Audience = 'everyone' | ReadonlySet<UserId>;

export type AudienceOf = (event: ClinicEvent) => Audience;

const everyone = (): Audience => 'everyone';

/** One line a type: an event added to the contract does not compile until its audience is decided here. */
const audiences: { [T in ClinicEventType]: (event: ClinicEventOf<T>) => Audience } = {
  'appointment.created': everyone,
  'appointment.changed': everyone,
  'appointment.moved': everyone,
  'appointment.confirmed': everyone,
  'appointment.checkedIn': everyone,
  'appointment.roomed': everyone,
  'appointment.started': everyone,
  'appointment.checkedOut': everyone,
  'appointment.cancelled': everyone,
  'appointment.markedNoShow': everyone,
  'appointment.reopened': everyone,
  'appointment.steppedBack': everyone,
  'patient.created': everyone,
};

/** F2: the same answer when an event is first emitted and at every replay, from the event alone. */
export const audienceOf: AudienceOf = (event) => {
  const decide = audiences[event.type] as AudienceOf;
  return decide(event);
};

export function reaches(audience: Audience, userId: UserId): boolean {
  return audience === 'everyone' || audience.has(userId);
}

/** Neighbours with one audience, to be sent as one batch. */
export interface Run {
  audience: Audience;
  events: ClinicEvent[];
}

/** Splits a batch where the audience changes, so that every receiver still sees its events in `seq` order. */
export function runsByAudience(batch: readonly ClinicEvent[], audienceOfEvent: AudienceOf): Run[] {
  const runs: Run[] = [];
  for (const event of batch) {
    const audience = audienceOfEvent(event);
    const last = runs.at(-1);
    if (last && sameAudience(last.audience, audience)) last.events.push(event);
    else runs.push({ audience, events: [event] });
  }
  return runs;
}

function sameAudience(a: Audience, b: Audience): boolean {
  if (a === 'everyone' || b === 'everyone') return a === b;
  return a.size === b.size && [...a].every((userId) => b.has(userId));
}
