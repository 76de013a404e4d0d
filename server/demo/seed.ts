import { hashPassword } from '#server/identity/password.ts';
import { saveAppointment } from '#server/store/appointments.ts';
import { insertClinic } from '#server/store/clinic-setup.ts';
import type { Store } from '#server/store/database.ts';
import { insertFirstLog, type PastEvent } from '#server/store/first-log.ts';
import { insertPatient, reserveRecordNumbers } from '#server/store/patients.ts';
import type { Patient } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import {
  addDays,
  type Clock,
  dayOfWeek,
  type LocalDate,
  localDateOf,
  type TimeZone,
  toInstant,
} from '#shared/time.ts';
import { demoClinic } from './clinic.ts';
import { storiesOf } from './demo-day.ts';
import { agesOf, demoPatients } from './patients.ts';
import { Random } from './random.ts';
import { Staff } from './staff.ts';
import { tell } from './visit-story.ts';

export const demoPassword = 'roomlight-demo';

export interface DemoOptions {
  readonly clock: Clock;
  readonly timeZone: TimeZone;
  /** The same seed at the same moment gives the same clinic. */
  readonly seed?: number;
}

const patientCount = 400;
const daysBefore = 5;
const daysAfter = 14;

/**
 * Gives a database without any clinic the demo clinic: its people, three weeks of visits around today, and the log that
 * led there. Answers whether it did; a database that has a clinic is left alone.
 */
export async function seedDemo(store: Store, { clock, timeZone, seed = 1 }: DemoOptions): Promise<boolean> {
  if (await store.read.selectFrom('tenants').select('id').executeTakeFirst()) return false;
  const passwordHash = await hashPassword(demoPassword);
  const random = new Random(seed);
  const now = clock();
  const today = localDateOf(toInstant(now), timeZone);
  const clinic = demoClinic(timeZone, passwordHash, random);
  const staff = new Staff(clinic, random);
  const patients = demoPatients({ count: patientCount, today, timeZone }, random);
  const ageOf = agesOf(patients, today);
  const events = patients.map((patient) => registration(patient, staff));
  const appointments: Appointment[] = [];
  for (const date of openDays(today)) {
    const booked: Appointment[] = [];
    for (const story of storiesOf({ clinic, patients, ageOf, staff, today, date }, random)) {
      const told = tell(story, booked, now);
      booked.push(told.appointment);
      events.push(...told.events);
    }
    appointments.push(...booked);
  }
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const { id } = clinic.clinic;
  await store.write.transaction().execute(async (tx) => {
    await insertClinic(tx, clinic);
    for (const patient of patients) await insertPatient(tx, id, patient);
    await reserveRecordNumbers(tx, id, patients.length);
    for (const appointment of appointments) await saveAppointment(tx, id, appointment);
    await insertFirstLog(tx, id, events);
  });
  return true;
}

/** Weekdays around today, and today whatever day it is: a demo begun on a Sunday still has a day to show. */
function openDays(today: LocalDate): LocalDate[] {
  const weekdays = (direction: 1 | -1, count: number) => {
    const found: LocalDate[] = [];
    for (let date = addDays(today, direction); found.length < count; date = addDays(date, direction))
      if (dayOfWeek(date) <= 5) found.push(date);
    return found;
  };
  return [...weekdays(-1, daysBefore).toReversed(), today, ...weekdays(1, daysAfter)];
}

function registration(patient: Patient, staff: Staff): PastEvent {
  const event = { type: 'patient.created' as const, data: { patient } };
  return { at: patient.createdAt, actor: staff.atDesk(), entityId: patient.id, event };
}
