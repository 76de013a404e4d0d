import type { ProviderId } from '#shared/ids.ts';
import { longestMinutes, shortestMinutes } from '#shared/schedule.ts';
import { type Axis, minute, snap } from './axis.ts';

/** Where a visit stands: with whom, from when to when (milliseconds since 1970). */
export interface Span {
  providerId: ProviderId;
  start: number;
  end: number;
}

export type DragKind = 'move' | 'resize';

export const coarseStep = 15;
export const fineStep = 5;

/** The pointer must travel this far, in pixels, before a press on a card becomes a drag. */
export const dragThreshold = 5;

/**
 * Where a visit lands when dragged by `delta` milliseconds: on a round time, or back where it was when that is nearer.
 * It keeps its length when moved and its start when resized, and never leaves the day.
 */
export function dragged(
  axis: Axis,
  kind: DragKind,
  from: Span,
  delta: number,
  providerId: ProviderId,
  step: number,
): Span {
  if (kind === 'resize') return { ...from, end: resizedEnd(axis, from, from.end + delta, step) };
  const length = from.end - from.start;
  const wanted = nearest(from.start + delta, snap(axis, from.start + delta, step), from.start);
  const start = Math.max(axis.start, Math.min(wanted, axis.end - length));
  return { providerId, start, end: start + length };
}

function resizedEnd(axis: Axis, from: Span, wanted: number, step: number): number {
  const end = nearest(wanted, snap(axis, wanted, step), from.end);
  const shortest = from.start + shortestMinutes * minute;
  const longest = Math.min(from.start + longestMinutes * minute, Math.max(axis.end, from.end));
  if (end < shortest) return Math.min(longest, snap(axis, shortest, step, Math.ceil));
  return Math.min(end, longest);
}

function nearest(wanted: number, a: number, b: number): number {
  return Math.abs(wanted - b) < Math.abs(wanted - a) ? b : a;
}

export function samePlace(a: Span, b: Span): boolean {
  return a.providerId === b.providerId && a.start === b.start && a.end === b.end;
}

/**
 * Pixels to scroll per frame while the pointer is within `edge` of either end of the view (`low` to `high`): faster the
 * nearer it comes, negative towards the low end, 0 in between.
 */
export function autoScroll(pointer: number, low: number, high: number, edge = 48, fastest = 14): number {
  const before = low + edge - pointer;
  if (before > 0) return -Math.ceil(Math.min(1, before / edge) * fastest);
  const after = pointer - (high - edge);
  return after > 0 ? Math.ceil(Math.min(1, after / edge) * fastest) : 0;
}
