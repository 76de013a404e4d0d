import type { ClinicEventType } from '#shared/events.ts';
import type { Role } from '#shared/people.ts';
import type { AppointmentStatus } from '#shared/schedule.ts';

/** What a change was about. `when` holds the day too unless it is today; `room` and `because` may be empty. */
export interface ChangeWords {
  readonly who: string;
  readonly patient: string;
  readonly provider: string;
  readonly when: string;
  readonly room: string;
  readonly because: string;
}

const because = (reason: string) => (reason === '' ? '' : `: ${reason}`);

const changes: Record<ClinicEventType, (words: ChangeWords) => string> = {
  'appointment.created': (w) => `${w.who} booked ${w.patient} at ${w.when} with ${w.provider}`,
  'appointment.changed': (w) => `${w.who} changed what the visit of ${w.patient} at ${w.when} is about`,
  'appointment.moved': (w) => `${w.who} moved ${w.patient} to ${w.when} with ${w.provider}`,
  'appointment.confirmed': (w) => `${w.who} confirmed ${w.patient} at ${w.when}`,
  'appointment.checkedIn': (w) => `${w.who} checked in ${w.patient} for ${w.when} with ${w.provider}`,
  'appointment.roomed': (w) => `${w.who} took ${w.patient} to ${w.room}`,
  'appointment.started': (w) => `${w.patient} is with ${w.provider} (${w.who})`,
  'appointment.checkedOut': (w) => `${w.who} checked out ${w.patient}`,
  'appointment.cancelled': (w) => `${w.who} cancelled ${w.patient} at ${w.when}${because(w.because)}`,
  'appointment.markedNoShow': (w) => `${w.who} marked ${w.patient} at ${w.when} as a no-show`,
  'appointment.reopened': (w) => `${w.who} booked ${w.patient} again for ${w.when} with ${w.provider}`,
  'appointment.steppedBack': (w) => `${w.who} took back the last step of ${w.patient} at ${w.when}`,
  'patient.created': (w) => `${w.who} added the patient ${w.patient}`,
};

const status: Record<AppointmentStatus, string> = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  checkedIn: 'Checked in',
  roomed: 'Roomed',
  withProvider: 'With provider',
  checkedOut: 'Checked out',
  cancelled: 'Cancelled',
  noShow: 'No-show',
};

const role: Record<Role, string> = {
  frontDesk: 'front desk',
  provider: 'provider',
  assistant: 'medical assistant',
  admin: 'administrator',
};

/** All that the terminal workstation says, apart from the sentences that come with an error. */
export const words = {
  locale: 'en-US',
  status,
  changes,
  heading: (clinic: string, day: string) => `${clinic} · ${day}`,
  signedIn: (name: string, as: Role) => `Signed in as ${name} (${role[as]}).`,
  columns: ['Provider', 'Time', 'Status', 'Patient', 'Reason'],
  noVisits: 'No visits this day.',
  visits: (count: number) => (count === 1 ? '1 visit.' : `${count} visits.`),
  someone: 'a patient',
  noRoom: 'a room',
  onDay: (time: string, day: string) => `${time} on ${day}`,
  connected: 'Connected: changes appear here as they happen.',
  reconnecting: (asOf: string | null) =>
    asOf === null ? 'Reconnecting…' : `Connection lost. Reconnecting… The day is as of ${asOf}.`,
  fetchedAnew: 'The day was fetched anew:',
  password: (username: string) => `Password for ${username}: `,
  cannotPrint: (reason: string) => `Nothing can be printed: ${reason}. Look where the output goes to.`,
  noPassword:
    'A password is needed. Set ROOMLIGHT_PASSWORD, or start this in a terminal that can ask for it.',
  usage: `node desktop/terminal/main.ts [options]

The workstation without a window: prints today, then each change as it arrives.

  --server ADDRESS  the clinic, such as http://localhost:4000 or clinic.example/tenant (http://localhost:4000)
  --user NAME       who signs in (front)
  --password TEXT   their password; better in ROOMLIGHT_PASSWORD, where no list of processes shows it
  --once            print the day and end
  --help            this
`,
  wrongOption: (what: string) => `${what} "--help" tells what there is.`,
} as const;
