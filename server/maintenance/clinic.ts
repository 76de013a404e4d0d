// `npm run clinic -- add …` and `list`: the clinics of a server. It must not run.
import { z } from 'zod';
import { demoTenant } from '#server/demo/clinic.ts';
import { insertClinic } from '#server/store/clinic-setup.ts';
import type { Store } from '#server/store/database.ts';
import { toClinic } from '#server/store/people.ts';
import { TenantId } from '#shared/ids.ts';
import type { Clinic } from '#shared/people.ts';
import { RoomAppointment } from '#shared/schedule.ts';
import { TimeZone } from '#shared/time.ts';
import { typedLine } from '#shared/typed-text.ts';
import { action, runAction } from './actions.ts';
import { inColumns } from './columns.ts';

const timeOfDay = z
  .string()
  .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day such as 07:30')
  .transform((text) => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return hours * 60 + minutes;
  });

const rooms = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(RoomAppointment.shape.room, 'must be names of rooms, parted by commas'))
  .refine((names) => new Set(names).size === names.length, 'must name each room once');

const NewClinic = z
  .strictObject({
    id: TenantId,
    name: typedLine(80).min(1, 'must not be empty'),
    'time-zone': TimeZone,
    open: timeOfDay.default(7 * 60 + 30),
    close: timeOfDay.default(17 * 60 + 30),
    rooms: rooms.default(['Room 1', 'Room 2', 'Room 3', 'Room 4']),
  })
  .refine(({ open, close }) => open < close, { path: ['close'], error: 'must be later than --open' });

async function add(store: Store, given: z.infer<typeof NewClinic>): Promise<string> {
  const clinic: Clinic = {
    id: given.id,
    name: given.name,
    timeZone: given['time-zone'],
    dayStart: given.open,
    dayEnd: given.close,
    rooms: given.rooms,
  };
  await store.write.transaction().execute(async (tx) => {
    const there = await tx.selectFrom('tenants').select('id').execute();
    if (there.some(({ id }) => id === clinic.id))
      throw new Error(`There is a clinic ${clinic.id} already. Choose another id.`);
    if (there.some(({ id }) => id === demoTenant))
      throw new Error(
        'This data folder holds the demo clinic, whose passwords everyone knows. Set ROOMLIGHT_DATA to a folder of the clinic’s own.',
      );
    await insertClinic(tx, { clinic, providers: [], members: [] });
  });
  return `${inWords([clinic])}\nNow add its staff: npm run staff -- add --clinic ${clinic.id} …`;
}

async function list(store: Store): Promise<string> {
  const rows = await store.read.selectFrom('tenants').selectAll().orderBy('id').execute();
  return rows.length > 0 ? inWords(rows.map(toClinic)) : 'There is no clinic yet.';
}

function inWords(clinics: readonly Clinic[]): string {
  return inColumns(
    clinics.map(({ id, name, timeZone, dayStart, dayEnd, rooms }) => [
      ...[id, name, timeZone, `${clockTime(dayStart)}–${clockTime(dayEnd)}`, rooms.join(', ')],
    ]),
  );
}

function clockTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const addUsage =
  'npm run clinic -- add --id lakeside --name "Lakeside Dermatology" --time-zone America/Chicago [--open 07:30 --close 17:30 --rooms "Room 1,Room 2"]';

await runAction({
  add: action(addUsage, NewClinic, add),
  list: action('npm run clinic -- list', z.strictObject({}), list),
});
