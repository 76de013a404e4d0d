import type { CachedDay } from '#desktop/main/cache/shapes.ts';
import type { TimeZone } from '#shared/time.ts';
import { timeOf } from './clinic-clock.ts';
import { plain } from './plain.ts';
import { words } from './words.ts';

/**
 * The day's visits, one a line, by provider and time; what does not fit in `width` columns of the terminal is cut
 * from the reason.
 */
export function dayTable({ providers, visits }: CachedDay, timeZone: TimeZone, width: number): string[] {
  if (visits.length === 0) return [words.noVisits];
  const order = new Map(
    providers.map((provider, place) => [provider.id, { place, name: provider.displayName }]),
  );
  const placeOf = (visit: (typeof visits)[number]) =>
    order.get(visit.appointment.providerId)?.place ?? order.size;
  const rows = visits
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ appointment, patient }) => [
      plain(order.get(appointment.providerId)?.name ?? ''),
      `${timeOf(appointment.scheduledStart, timeZone)}–${timeOf(appointment.scheduledEnd, timeZone)}`,
      words.status[appointment.status],
      plain(`${patient.familyName}, ${patient.givenName}`),
      plain(appointment.reason),
    ]);
  return [
    ...aligned([words.columns.map((column) => column.toUpperCase()), ...rows], width),
    words.visits(rows.length),
  ];
}

function aligned(rows: readonly (readonly string[])[], width: number): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => {
    const line = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    return line.length > width ? `${line.slice(0, width - 1)}…` : line;
  });
}
