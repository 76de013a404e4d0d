import type { Bridge } from '#desktop/bridge/map.ts';
import { type Actor, type AppointmentEvent, isAppointmentEvent } from '#shared/events.ts';
import type { AppointmentId } from '#shared/ids.ts';
import type { Clock, Instant } from '#shared/time.ts';

export interface RecentChange {
  actor: Actor;
  at: Instant;
  type: AppointmentEvent['type'];
}

/** How long a change made elsewhere stays highlighted. */
export const highlightMs = 8_000;

/** Later of `wake` calls `then`; returns the function that calls it off. */
export type Wake = (ms: number, then: () => void) => () => void;

/** Changes others made within the last `highlightMs`, by appointment. Counted from when this window heard of them. */
export class RecentChanges {
  private changes: ReadonlyMap<AppointmentId, RecentChange> = new Map();
  private readonly until = new Map<AppointmentId, number>();
  private readonly listeners = new Set<() => void>();
  private cancelWake: (() => void) | null = null;
  private readonly clock: Clock;
  private readonly wake: Wake;

  constructor(clock: Clock, wake: Wake) {
    this.clock = clock;
    this.wake = wake;
  }

  /** Returns the function that stops following. */
  follow(bridge: Bridge, isOwn: (actor: Actor) => boolean): () => void {
    const stop = bridge.on('eventsApplied', ({ events, live }) => {
      if (live) this.add(events.filter(isAppointmentEvent).filter((event) => !isOwn(event.actor)));
    });
    return () => {
      stop();
      this.cancelWake?.();
    };
  }

  readonly get = (): ReadonlyMap<AppointmentId, RecentChange> => this.changes;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private add(events: AppointmentEvent[]): void {
    if (events.length === 0) return;
    const changes = new Map(this.changes);
    for (const { actor, at, type, data } of events) {
      changes.set(data.appointment.id, { actor, at, type });
      this.until.set(data.appointment.id, this.clock() + highlightMs);
    }
    this.publish(changes);
  }

  private expire(): void {
    const now = this.clock();
    const changes = new Map(this.changes);
    for (const [id, until] of this.until) {
      if (until > now) continue;
      this.until.delete(id);
      changes.delete(id);
    }
    this.publish(changes);
  }

  private publish(changes: ReadonlyMap<AppointmentId, RecentChange>): void {
    this.changes = changes;
    this.cancelWake?.();
    this.cancelWake = null;
    if (this.until.size > 0) {
      const next = Math.min(...this.until.values());
      this.cancelWake = this.wake(Math.max(0, next - this.clock()), () => this.expire());
    }
    for (const listener of this.listeners) listener();
  }
}
