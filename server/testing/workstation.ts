import type { Socket } from 'socket.io-client';
import { ErrorBody } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { Acked, ClientMessages, Ended, Resume, Resumed, ServerMessages } from '#shared/socket.ts';

/** A workstation's socket as a test sees it: what came, in order. */
export class Workstation {
  readonly socket: Socket<ServerMessages, ClientMessages>;
  readonly received: ClinicEvent[] = [];
  readonly batches: ClinicEvent[][] = [];
  readonly ended: Ended[] = [];
  /** Runs before a page is acknowledged; a promise that never resolves leaves it so. */
  beforeAck: (page: ClinicEvent[]) => Promise<unknown> = () => Promise.resolve();

  constructor(socket: Socket<ServerMessages, ClientMessages>) {
    this.socket = socket;
    socket.on('events', (batch, ack) => {
      this.batches.push(batch);
      this.received.push(...batch);
      if (ack) void this.beforeAck(batch).then(() => ack());
    });
    socket.on('ended', (ended) => this.ended.push(ended));
  }

  get seqs(): number[] {
    return this.received.map(({ seq }) => seq);
  }

  connected(): Promise<void> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      if (socket.connected) resolve();
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
  }

  /** The typed error of a refused handshake. */
  refused(): Promise<ErrorBody> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      socket.once('connect', () => reject(new Error('expected a refusal, but was let in')));
      socket.once('connect_error', (error: Error & { data?: unknown }) =>
        resolve(ErrorBody.parse(error.data)),
      );
    });
  }

  resume(request: Resume): Promise<Acked<Resumed>> {
    return this.socket.timeout(5_000).emitWithAck('resume', request);
  }

  renew(token: string): Promise<Acked<null>> {
    return this.socket.timeout(5_000).emitWithAck('renew', { token });
  }

  close(): void {
    this.socket.disconnect();
  }
}
