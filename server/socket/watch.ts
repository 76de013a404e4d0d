import type { Clock, Every } from '#shared/time.ts';
import type { Connection } from './connection.ts';
import { waiting } from './link.ts';
import type { SocketLimits } from './options.ts';

export interface WatchOptions {
  clock: Clock;
  every: Every;
  limits: SocketLimits;
}

const lookMs = 1_000;
/** Looking at every socket after every batch would cost as much as the batch; one look in so many does not. */
const batchesBetweenLooks = 16;

/** One timer for all sockets: cuts those whose token ran out, drops those that do not read (F4). */
export class Watch {
  readonly #connections: ReadonlySet<Connection>;
  readonly #options: WatchOptions;
  readonly #stop: () => void;
  #batches = 0;

  constructor(connections: ReadonlySet<Connection>, options: WatchOptions) {
    this.#connections = connections;
    this.#options = options;
    this.#stop = options.every(lookMs, () => {
      this.#cutExpired();
      this.#dropSlow();
    });
  }

  batchEmitted(): void {
    this.#batches += 1;
    if (this.#batches >= batchesBetweenLooks) this.#dropSlow();
  }

  stop(): void {
    this.#stop();
  }

  #cutExpired(): void {
    const { clock, limits } = this.#options;
    const latest = clock() - limits.expiryGraceMs;
    for (const connection of [...this.#connections])
      if (connection.identity.tokenExpiresAt <= latest)
        connection.cut({
          kind: 'tokenExpired',
          reason: 'The sign-in was not renewed in time. The workstation renews it and reconnects.',
        });
  }

  #dropSlow(): void {
    this.#batches = 0;
    const { waitingPackets, waitingBytes } = this.#options.limits;
    for (const connection of [...this.#connections]) {
      const { packets, bytes } = waiting(connection.link);
      if (packets > waitingPackets || bytes > waitingBytes) connection.drop();
    }
  }
}
