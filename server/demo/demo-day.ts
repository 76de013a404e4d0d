import type { NewClinic } from '#server/store/clinic-setup.ts';
import type { AppointmentId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import { addDays, atWallMinutes, dayOfWeek, type LocalDate, toMilliseconds } from '#shared/time.ts';
import { type PlannedVisit, planDay, squeezeIn } from './day-plan.ts';
import type { Random } from './random.ts';
import { cancelReasons, notes } from './reasons.ts';
import type { Staff } from './staff.ts';
import type { Story, StoryStep } from './visit-story.ts';
import { DayFlow, type VisitTimes } from './visit-times.ts';

export interface DemoDay {
  readonly clinic: NewClinic;
  readonly patients: readonly Patient[];
  /** In years. */
  readonly ageOf: (patient: Patient) => number;
  readonly staff: Staff;
  readonly today: LocalDate;
  readonly date: LocalDate;
}

const minute = 60_000;

/** The stories of all visits of a day as they would run to its end; what has happened so far is for visit-story.ts. */
export function storiesOf(day: DemoDay, random: Random): Story[] {
  const { clinic, providers } = day.clinic;
  const visits = providers.flatMap((provider) => planDay(provider, fullnessOf(day), random));
  const planned = squeezeIn(visits, random).toSorted((a, b) => a.start - b.start);
  const flow = new DayFlow(clinic.rooms, random);
  const seen = new Set<Patient>();
  return planned.map((visit) => storyOf(day, visit, flow, unseen(day, visit, seen, random), random));
}

// The weeks ahead are still filling up.
function fullnessOf({ today, date }: DemoDay): number {
  const ahead = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  return ahead <= 0 ? 0.8 : Math.max(0.35, 0.76 - 0.025 * ahead);
}

function storyOf(day: DemoDay, visit: PlannedVisit, flow: DayFlow, patient: Patient, random: Random): Story {
  const at = (date: LocalDate, minutes: number) => atWallMinutes(date, minutes, day.clinic.clinic.timeZone);
  const scheduledStart = at(day.date, visit.start);
  const scheduledEnd = at(day.date, visit.end);
  const latest = day.date < day.today ? day.date : day.today;
  const bookedOn = workday(addDays(latest, -random.whole(2, 40)));
  const steps = stepsOf(day, visit, flow, random);
  return {
    id: random.uuid<AppointmentId>(),
    booking: {
      patientId: patient.id,
      providerId: visit.provider.id,
      scheduledStart,
      scheduledEnd,
      reason: visit.reason.text,
      note: random.chance(0.1) ? random.pick(notes) : '',
      overbookReason: visit.overbookReason,
    },
    bookedAt: toMilliseconds(at(bookedOn, random.whole(8 * 60, 17 * 60))),
    bookedBy: day.staff.atDesk(),
    steps,
  };
}

function stepsOf(day: DemoDay, visit: PlannedVisit, flow: DayFlow, random: Random): StoryStep[] {
  const at = (date: LocalDate, minutes: number) =>
    toMilliseconds(atWallMinutes(date, minutes, day.clinic.clinic.timeZone));
  const { staff } = day;
  const start = at(day.date, visit.start);
  // Called the day before.
  const confirmed: StoryStep[] = random.chance(0.72)
    ? [
        {
          at: at(addDays(day.date, -1), random.whole(9 * 60, 16 * 60)),
          step: 'confirm',
          actor: staff.atDesk(),
        },
      ]
    : [];
  const fate = random.next();
  if (fate < 0.04) {
    const details = { cancelReason: random.pick(cancelReasons) };
    const calledAt = start - random.between(70, 100) * minute;
    return [...confirmed, { at: calledAt, step: 'cancel', actor: staff.atDesk(), details }];
  }
  if (fate < 0.08) {
    const givenUpAt = start + random.between(16, 24) * minute;
    return [...confirmed, { at: givenUpAt, step: 'markNoShow', actor: staff.atDesk() }];
  }
  const times = flow.next(visit.provider, { start, end: at(day.date, visit.end) });
  return [...confirmed, ...attended(visit, times, staff)];
}

function attended({ provider }: PlannedVisit, times: VisitTimes, staff: Staff): StoryStep[] {
  const { name: room, at: roomedAt } = times.room;
  return [
    { at: times.checkIn, step: 'checkIn', actor: staff.atDesk() },
    { at: roomedAt, step: 'room', actor: staff.assistant(), details: { room } },
    { at: times.start, step: 'start', actor: staff.provider(provider.id) },
    { at: times.checkOut, step: 'checkOut', actor: staff.assistant() },
  ];
}

/** A patient of a fitting age who has no visit that day yet. */
function unseen(day: DemoDay, { reason }: PlannedVisit, seen: Set<Patient>, random: Random): Patient {
  const [youngest, oldest] = reason.ages ?? [0, 120];
  const free = day.patients.filter((patient) => !seen.has(patient));
  const fitting = free.filter((patient) => {
    const age = day.ageOf(patient);
    return age >= youngest && age <= oldest;
  });
  const patient = random.pick(fitting.length > 0 ? fitting : free);
  seen.add(patient);
  return patient;
}

/** The day itself, or the Friday before it: the desk is not there on weekends. */
function workday(date: LocalDate): LocalDate {
  return addDays(date, -Math.max(0, dayOfWeek(date) - 5));
}
