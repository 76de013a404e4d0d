import type { ClinicEvent } from '#shared/events.ts';

/** What one workstation was told, held against the promise: every event once, in order, none left out. */
export class Journal {
  readonly #name: string;
  readonly breaches: string[] = [];
  #last: number | null = null;
  heard = 0;
  snapshots = 0;

  constructor(name: string) {
    this.#name = name;
  }

  events(events: readonly ClinicEvent[]): void {
    for (const { seq } of events) {
      if (this.#last !== null && seq !== this.#last + 1)
        this.breaches.push(`${this.#name} heard ${seq} after ${this.#last}`);
      this.#last = seq;
      this.heard += 1;
    }
  }

  replaced(cursor: number | null): void {
    this.snapshots += 1;
    if (cursor !== null && this.#last !== null && cursor < this.#last)
      this.breaches.push(`${this.#name} was set back from ${this.#last} to ${cursor}`);
    this.#last = cursor;
  }
}
