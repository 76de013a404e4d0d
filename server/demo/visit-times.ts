import type { Provider } from '#shared/people.ts';
import type { Random } from './random.ts';

/** When a visit's steps happen, in milliseconds since 1970. */
export interface VisitTimes {
  readonly checkIn: number;
  readonly room: { readonly at: number; readonly name: string };
  readonly start: number;
  readonly checkOut: number;
}

const minute = 60_000;

/**
 * The flow of one clinic day: nobody is in two places. A provider sees one patient at a time, a room holds one; each
 * provider has a room of their own, the last two are shared. Visits are to be given in the order of their time.
 */
export class DayFlow {
  readonly #rooms: readonly string[];
  readonly #random: Random;
  readonly #freeAt = new Map<string, number>();
  readonly #inUse = new Map<string, { from: number; to: number }[]>();

  constructor(rooms: readonly string[], random: Random) {
    this.#rooms = rooms;
    this.#random = random;
  }

  next(provider: Provider, scheduled: { start: number; end: number }): VisitTimes {
    const random = this.#random;
    const freeAt = this.#freeAt.get(provider.id) ?? 0;
    const late = random.chance(0.08);
    const checkIn = scheduled.start + (late ? random.between(2, 8) : -random.between(5, 20)) * minute;
    // Nobody is roomed long before the provider can come.
    const ready = Math.max(
      checkIn + random.between(8, 16) * minute,
      scheduled.start - 2 * minute,
      freeAt - random.between(3, 9) * minute,
    );
    const length = (scheduled.end - scheduled.start) * random.between(0.78, 1.02);
    const inRoomAt = (from: number) => {
      const start = Math.max(from + random.between(2, 5) * minute, freeAt + 0.5 * minute);
      return { from, start, to: start + length };
    };
    const wished = inRoomAt(ready);
    const free = this.#roomsOf(provider).find((room) => this.#isFree(room, wished));
    const own = this.#roomsOf(provider)[0] ?? '';
    // With every room taken the patient waits until the provider's own is free again.
    const stay = free ? wished : inRoomAt(Math.max(ready, freeAt + 0.5 * minute));
    const room = free ?? own;
    this.#inUse.set(room, [...(this.#inUse.get(room) ?? []), stay]);
    this.#freeAt.set(provider.id, stay.to);
    return { checkIn, room: { at: stay.from, name: room }, start: stay.start, checkOut: stay.to };
  }

  #roomsOf({ position }: Provider): string[] {
    const shared = this.#rooms.slice(-2);
    return [...this.#rooms.slice(position, position + 1), ...shared];
  }

  #isFree(room: string, stay: { from: number; to: number }): boolean {
    return !(this.#inUse.get(room) ?? []).some((other) => other.from <= stay.to && stay.from <= other.to);
  }
}
