import type { AppointmentId, ProviderId } from '#shared/ids.ts';
import { type Axis, minute } from './axis.ts';

const slotStep = 15 * minute;

export interface ColumnVisit {
  id: AppointmentId;
  start: number;
  end: number;
  /** Fraction of the column's width, so that visits side by side are walked left to right. */
  left: number;
}

export interface ColumnStops {
  providerId: ProviderId;
  visits: readonly ColumnVisit[];
}

/**
 * The one place of the grid the keyboard is on: a visit, or a free time when `visitId` is null. `at` is the start of it;
 * `anchor` the time the person went sideways from, so that crossing a long visit does not drift.
 */
export interface Focus {
  providerId: ProviderId;
  visitId: AppointmentId | null;
  at: number;
  anchor: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

type Stop = { visitId: AppointmentId | null; start: number; end: number; left: number };

/** A column from top to bottom: every visit, and every quarter of an hour nobody is booked in. */
function stopsOf(axis: Axis, column: ColumnStops): Stop[] {
  const stops: Stop[] = column.visits.map(({ id, ...place }) => ({ visitId: id, ...place }));
  for (let at = axis.start; at < axis.end; at += slotStep)
    if (!column.visits.some((visit) => visit.start <= at && at < visit.end))
      stops.push({ visitId: null, start: at, end: at + slotStep, left: 0 });
  return stops.sort((a, b) => a.start - b.start || a.left - b.left);
}

function nearestStop(stops: readonly Stop[], at: number): Stop | undefined {
  const distance = (stop: Stop) => (stop.start <= at && at < stop.end ? 0 : Math.abs(stop.start - at));
  return stops.reduce<Stop | undefined>(
    (best, stop) => (best && distance(best) <= distance(stop) ? best : stop),
    undefined,
  );
}

function toFocus(column: ColumnStops, stop: Stop | undefined, anchor?: number): Focus | null {
  if (!stop) return null;
  return {
    providerId: column.providerId,
    visitId: stop.visitId,
    at: stop.start,
    anchor: anchor ?? stop.start,
  };
}

/** Where the keyboard enters the grid: the stop of the first column at `at`. */
export function firstFocus(axis: Axis, columns: readonly ColumnStops[], at: number): Focus | null {
  const column = columns[0];
  return column ? toFocus(column, nearestStop(stopsOf(axis, column), at)) : null;
}

/**
 * The same focus on a grid that has changed: the visit where it is now, or the place it left; null when the column is
 * no longer shown.
 */
export function keptFocus(axis: Axis, columns: readonly ColumnStops[], focus: Focus): Focus | null {
  if (focus.visitId !== null)
    for (const column of columns) {
      const visit = column.visits.find((other) => other.id === focus.visitId);
      if (visit?.start === focus.at && column.providerId === focus.providerId) return focus;
      if (visit) return toFocus(column, { visitId: visit.id, ...visit });
    }
  const column = columns.find((other) => other.providerId === focus.providerId);
  if (!column) return null;
  const kept = toFocus(column, nearestStop(stopsOf(axis, column), focus.at), focus.anchor);
  return kept && kept.visitId === focus.visitId && kept.at === focus.at ? focus : kept;
}

/** One step from `focus`; the same focus when there is nothing further that way. */
export function moveFocus(
  axis: Axis,
  columns: readonly ColumnStops[],
  focus: Focus,
  direction: Direction,
): Focus {
  const index = columns.findIndex((column) => column.providerId === focus.providerId);
  const column = columns[index];
  if (!column) return firstFocus(axis, columns, focus.at) ?? focus;
  const stops = stopsOf(axis, column);
  const current = stops.findIndex((stop) => stop.visitId === focus.visitId && stop.start === focus.at);
  if (direction === 'first') return toFocus(column, stops[0]) ?? focus;
  if (direction === 'last') return toFocus(column, stops.at(-1)) ?? focus;
  if (direction === 'up') return toFocus(column, stops[current - 1]) ?? focus;
  if (direction === 'down') return toFocus(column, stops[current + 1]) ?? focus;
  const way = direction === 'left' ? -1 : 1;
  const beside = stops[current] && besideIt(stops, stops[current], way);
  if (beside) return toFocus(column, beside, focus.anchor) ?? focus;
  const next = columns[index + way];
  return (next && toFocus(next, nearestStop(stopsOf(axis, next), focus.anchor), focus.anchor)) ?? focus;
}

/** The visit drawn next to this one in the same column. */
function besideIt(stops: readonly Stop[], from: Stop, way: 1 | -1): Stop | undefined {
  return stops
    .filter((stop) => stop.start < from.end && from.start < stop.end && (stop.left - from.left) * way > 0)
    .sort((a, b) => (a.left - b.left) * way || a.start - b.start)[0];
}
