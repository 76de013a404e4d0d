import type { Command, CommandInput, CommandType } from '#shared/commands.ts';
import type { PatientId } from '#shared/ids.ts';
import type { Clinic, Provider } from '#shared/people.ts';
import { type Appointment, type AppointmentStatus, holdsSlot, movableStatuses } from '#shared/schedule.ts';
import {
  atWallMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  toInstant,
  toMilliseconds,
} from '#shared/time.ts';
import { pick, pickWeighted, type Random } from './random.ts';

export type Person = 'front' | 'assistant' | 'provider';

/** What somebody at the clinic does next. */
export interface Deed {
  readonly by: Person;
  readonly command: Command;
}

/** The day as it stands, read just before. */
export interface Day {
  readonly clinic: Clinic;
  readonly date: LocalDate;
  readonly now: Instant;
  readonly providers: readonly Provider[];
  readonly patients: readonly PatientId[];
  readonly appointments: readonly Appointment[];
}

interface Kind {
  readonly weight: number;
  readonly by: Person;
  readonly make: (day: Day, random: Random) => Command | undefined;
}

const reasons = [
  'Skin check',
  'Mole check',
  'Acne follow-up',
  'Rash, two weeks',
  'Biopsy result visit',
  'Wart treatment',
  'Psoriasis follow-up',
  'Suture removal',
];
const whyCancelled = ['Patient called to cancel', 'Patient is ill', 'Provider is away', 'Weather'];

// Each as often as on a usual day: most visits go their way, some are moved, few are cancelled.
const kinds: readonly Kind[] = [
  { weight: 3, by: 'front', make: book },
  { weight: 2, by: 'front', make: move },
  {
    weight: 2,
    by: 'front',
    make: (day, random) => step('appointment.confirm', upcoming(day, ['booked']), {}, random),
  },
  { weight: 5, by: 'front', make: (day, random) => step('appointment.checkIn', due(day), {}, random) },
  { weight: 4, by: 'assistant', make: room },
  {
    weight: 4,
    by: 'provider',
    make: (day, random) => step('appointment.start', inStatus(day, ['roomed']), {}, random),
  },
  {
    weight: 4,
    by: 'provider',
    make: (day, random) => step('appointment.checkOut', inStatus(day, ['withProvider']), {}, random),
  },
  { weight: 1, by: 'front', make: cancel },
  { weight: 0.5, by: 'front', make: (day, random) => step('appointment.markNoShow', late(day), {}, random) },
];

/** Something that can be done on this day; undefined when there is nothing at all. */
export function nextDeed(day: Day, random: Random): Deed | undefined {
  const possible = [...kinds];
  for (let kind = pickWeighted(possible, random); kind; kind = pickWeighted(possible, random)) {
    const command = kind.make(day, random);
    if (command) return { by: kind.by, command };
    possible.splice(possible.indexOf(kind), 1);
  }
  return undefined;
}

function book(day: Day, random: Random): Command | undefined {
  const patientId = pick(day.patients, random);
  const minutes = pick([15, 15, 30, 30, 30, 45], random) ?? 30;
  const slot = freeSlot(day, minutes, random);
  if (!patientId || !slot) return undefined;
  const body: CommandInput<'appointment.book'> = { patientId, ...slot, reason: pick(reasons, random) ?? '' };
  return { type: 'appointment.book', id: null, ifMatch: null, body };
}

function move(day: Day, random: Random): Command | undefined {
  const visit = pick(upcoming(day, [...movableStatuses]), random);
  if (!visit) return undefined;
  const minutes = (toMilliseconds(visit.scheduledEnd) - toMilliseconds(visit.scheduledStart)) / 60_000;
  const slot = freeSlot(day, minutes, random);
  return slot && change('appointment.move', visit, slot);
}

function room(day: Day, random: Random): Command | undefined {
  const inUse = new Set(inStatus(day, ['roomed', 'withProvider']).map((visit) => visit.room));
  const name = pick(
    day.clinic.rooms.filter((free) => !inUse.has(free)),
    random,
  );
  return name === undefined
    ? undefined
    : step('appointment.room', inStatus(day, ['checkedIn']), { room: name }, random);
}

function cancel(day: Day, random: Random): Command | undefined {
  const cancelReason = pick(whyCancelled, random) ?? 'Patient called to cancel';
  return step('appointment.cancel', upcoming(day, ['booked', 'confirmed']), { cancelReason }, random);
}

function step<T extends CommandType>(
  type: T,
  visits: readonly Appointment[],
  body: CommandInput<T>,
  random: Random,
): Command | undefined {
  const visit = pick(visits, random);
  return visit && change(type, visit, body);
}

function change<T extends CommandType>(type: T, visit: Appointment, body: CommandInput<T>): Command {
  return { type, id: visit.id, ifMatch: visit.version, body };
}

function inStatus(day: Day, statuses: readonly AppointmentStatus[]): Appointment[] {
  return day.appointments.filter(({ status }) => statuses.includes(status));
}

function upcoming(day: Day, statuses: readonly AppointmentStatus[]): Appointment[] {
  return inStatus(day, statuses).filter(({ scheduledStart }) => scheduledStart > day.now);
}

/**
 * Patients who may be at the desk now: up to twenty minutes early, up to an hour late. Outside the clinic's hours
 * today is played through in order all the same, so that a demo in the evening shows more than bookings.
 */
function due(day: Day): Appointment[] {
  if (localDateOf(day.now, day.clinic.timeZone) !== day.date) return [];
  const now = toMilliseconds(day.now);
  const expected = inStatus(day, ['booked', 'confirmed']);
  const here = expected.filter(({ scheduledStart }) => {
    const early = toMilliseconds(scheduledStart) - now;
    return early < 20 * 60_000 && early > -60 * 60_000;
  });
  return here.length > 0 ? here : inOrder(expected).slice(0, 1);
}

const inOrder = (visits: readonly Appointment[]) =>
  visits.toSorted((a, b) => (a.scheduledStart < b.scheduledStart ? -1 : 1));

function late(day: Day): Appointment[] {
  const limit = toInstant(toMilliseconds(day.now) - 45 * 60_000);
  return inStatus(day, ['booked', 'confirmed']).filter(({ scheduledStart }) => scheduledStart < limit);
}

type Slot = CommandInput<'appointment.move'> & { scheduledStart: Instant; scheduledEnd: Instant };

/**
 * A free time still to come; when the day is over any of it, for the same reason as in `due`. One time in twenty it is
 * not looked whether it is free: then the server has a double booking to refuse.
 */
function freeSlot(day: Day, minutes: number, random: Random): Slot | undefined {
  const careless = random() < 1 / 20;
  const { dayStart, dayEnd, timeZone } = day.clinic;
  const starts: number[] = [];
  for (let minute = dayStart; minute + minutes <= dayEnd; minute += 15) starts.push(minute);
  const all = day.providers.flatMap(({ id: providerId }) =>
    starts.map((minute) => {
      const scheduledStart = atWallMinutes(day.date, minute, timeZone);
      const scheduledEnd = toInstant(toMilliseconds(scheduledStart) + minutes * 60_000);
      return { providerId, scheduledStart, scheduledEnd };
    }),
  );
  const toCome = all.filter(({ scheduledStart }) => scheduledStart > day.now);
  const slots = toCome.length > 0 ? toCome : all;
  return pick(careless ? slots : slots.filter((slot) => isFree(day, slot)), random);
}

function isFree(day: Day, slot: Slot): boolean {
  return !day.appointments.some(
    (visit) =>
      visit.providerId === slot.providerId &&
      holdsSlot(visit.status) &&
      visit.scheduledStart < slot.scheduledEnd &&
      visit.scheduledEnd > slot.scheduledStart,
  );
}
