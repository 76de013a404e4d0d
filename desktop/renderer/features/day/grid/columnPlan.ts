import type { Provider } from '#shared/people.ts';
import { holdsSlot } from '#shared/schedule.ts';
import { spanOf } from '../booking/freeTimes.ts';
import type { Ghost } from '../changes/pending.ts';
import type { Visit } from '../dayView.ts';
import { type Axis, heightOf, minute, offsetOf, pixelsPerMinute } from './axis.ts';
import type { Span } from './drag.ts';
import type { ColumnStops } from './focus.ts';
import { type Block, type Place, packColumn } from './layout.ts';

/** A card is never lower than this, in pixels: one line of text. */
const lowestCard = 22;

/** Pixels down, fractions across. */
export interface Box extends Place {
  top: number;
  height: number;
}

export interface ColumnPlan {
  provider: Provider;
  visits: { visit: Visit; box: Box }[];
  ghosts: { ghost: Ghost; box: Box }[];
  stops: ColumnStops;
}

/** Top and height of a span on the axis, cut at the ends of the day. */
export function verticalOf(
  axis: Axis,
  span: { start: number; end: number },
): { top: number; height: number } {
  const bottom = Math.min(offsetOf(axis, span.end), heightOf(axis));
  const top = Math.max(0, Math.min(offsetOf(axis, span.start), heightOf(axis) - lowestCard));
  return { top, height: Math.max(lowestCard, bottom - top) };
}

/** One plan per provider, in the order given; what stands with a provider not given is left out. */
export function planColumns(
  axis: Axis,
  providers: readonly Provider[],
  visits: readonly Visit[],
  ghosts: readonly Ghost[],
): ColumnPlan[] {
  return providers.map((provider) =>
    planColumn(
      axis,
      provider,
      visits.filter((visit) => visit.appointment.providerId === provider.id),
      ghosts.filter(
        ({ span }) => span.providerId === provider.id && span.start < axis.end && span.end > axis.start,
      ),
    ),
  );
}

function planColumn(axis: Axis, provider: Provider, visits: Visit[], ghosts: Ghost[]): ColumnPlan {
  const moving = new Set(ghosts.flatMap((ghost) => ghost.moved ?? []));
  const blocks = [
    ...visits.map(({ appointment }) =>
      blockOf(
        appointment.id,
        spanOf(appointment),
        !holdsSlot(appointment.status) || moving.has(appointment.id),
      ),
    ),
    ...ghosts.map((ghost) => blockOf(ghost.key, ghost.span, false)),
  ];
  const places = packColumn(blocks);
  const boxOf = (id: string, span: Span): Box => ({
    ...verticalOf(axis, span),
    ...(places.get(id) ?? { left: 0, width: 1 }),
  });
  const placed = visits
    .map((visit) => ({ visit, box: boxOf(visit.appointment.id, spanOf(visit.appointment)) }))
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  const stops = placed.map(({ visit: { appointment }, box }) => {
    const { start, end } = spanOf(appointment);
    return { id: appointment.id, start, end, left: box.left };
  });
  return {
    provider,
    visits: placed,
    ghosts: ghosts.map((ghost) => ({ ghost, box: boxOf(ghost.key, ghost.span) })),
    stops: { providerId: provider.id, visits: stops },
  };
}

/** As long as it is drawn, so that a five-minute visit and the one after it stand side by side instead of covered. */
function blockOf(id: string, { start, end }: Span, yields: boolean): Block {
  return { id, start, end: Math.max(end, start + (lowestCard / pixelsPerMinute) * minute), yields };
}
