import { z } from 'zod';
import { RoomlightError } from '#shared/errors.ts';
import { ClinicEvent } from '#shared/events.ts';
import { Patient } from '#shared/people.ts';
import { Appointment } from '#shared/schedule.ts';
import { EventBatch } from '#shared/socket.ts';
import { Instant } from '#shared/time.ts';
import type { Change } from '../cache/shapes.ts';

/** An event as it came; `event` is null when its type is not known to this version. */
export interface Incoming extends Change {
  readonly event: ClinicEvent | null;
}

/** `resync`: after these came one whose effect on the cache cannot be known; only a snapshot tells. */
export interface IncomingBatch {
  readonly changes: Incoming[];
  readonly resync: boolean;
}

const Unknown = z.object({
  seq: z.int().positive(),
  at: Instant,
  type: z.string(),
  data: z.object({ appointment: Appointment.optional(), patient: Patient.optional() }),
});

const knownTypes = new Set<string>(ClinicEvent.options.map((option) => option.shape.type.value));

/** Areas of which this version keeps something: see `unknownEvent`. */
const keptAreas = new Set(['appointment', 'patient', 'provider', 'member', 'clinic']);

/**
 * Checks what a socket message `events` carries.
 * @throws RoomlightError `internal` for anything that is not a batch of events
 */
export function readBatch(payload: unknown): IncomingBatch {
  const allKnown = EventBatch.safeParse(payload);
  if (allKnown.success) return { changes: allKnown.data.map(knownEvent), resync: false };
  if (!Array.isArray(payload)) throw malformed(allKnown.error);
  const changes: Incoming[] = [];
  for (const one of payload as unknown[]) {
    const change = isKnown(one) ? knownEvent(orMalformed(ClinicEvent.safeParse(one))) : unknownEvent(one);
    if (change === null) return { changes, resync: true };
    changes.push(change);
  }
  return { changes, resync: false };
}

function knownEvent(event: ClinicEvent): Incoming {
  return { seq: event.seq, at: event.at, data: event.data, event };
}

/**
 * A newer server's event, of the same protocol, so an addition to it. A whole appointment or patient in it is applied
 * whatever happened to it (L3). Without one, an event of an area kept here might change what no field shows: null, which asks
 * for a snapshot. One of an area nothing is kept of (messages, tasks, …) changes nothing here, and the cursor passes it.
 */
function unknownEvent(one: unknown): Incoming | null {
  const { seq, at, type, data } = orMalformed(Unknown.safeParse(one));
  const { appointment, patient } = data;
  const carried = { ...(appointment && { appointment }), ...(patient && { patient }) };
  const area = type.split('.')[0] ?? '';
  if (!appointment && !patient && keptAreas.has(area)) return null;
  return { seq, at, data: carried, event: null };
}

function isKnown(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'type' in one && knownTypes.has(String(one.type));
}

function orMalformed<T>(parsed: z.ZodSafeParseResult<T>): T {
  if (parsed.success) return parsed.data;
  throw malformed(parsed.error);
}

function malformed(cause: unknown): RoomlightError {
  const message =
    'The clinic server sent something this workstation does not understand. Roomlight fetches the day anew; if this stays, ask your IT to update it.';
  return new RoomlightError({ kind: 'internal', message }, { cause });
}
