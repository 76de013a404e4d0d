import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { ErrorBody, RoomlightError } from '#shared/errors.ts';
import type { WorkstationId } from '#shared/ids.ts';
import { Ended, type Renew, type Resume, Resumed } from '#shared/socket.ts';
import { protocol } from '#shared/version.ts';
import { notRoomlight, unreachable } from './http-failure.ts';

/** What comes down a wire. */
export interface WireListener {
  /** `payload` is unchecked. `ack` is there when the server waits for it. */
  events: (payload: unknown, ack?: () => void) => void;
  /** A sign of life from the server. */
  heard: () => void;
  /** Once, after a connection; not after `close`. `ended` null: the line broke. */
  lost: (ended: Ended | null) => void;
}

const Acknowledged = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorBody }),
]);

// What truly comes is checked, so its types say no more than that something comes.
interface Up {
  resume: (request: Resume, ack: (answer: unknown) => void) => void;
  renew: (request: Renew, ack: (answer: unknown) => void) => void;
}
interface Down {
  events: (payload: unknown, ack?: () => void) => void;
  ended: (ended: unknown) => void;
}

const connectTimeoutMs = 10_000;
const answerTimeoutMs = 10_000;

/** One socket to the server, from its handshake to its end. Never reconnects: the next one is a new wire. */
export class Wire {
  readonly #socket: Socket<Down, Up>;
  readonly #listener: WireListener;
  #ended: Ended | null = null;
  #closed = false;

  constructor(base: string, token: string, workstation: WorkstationId, listener: WireListener) {
    this.#listener = listener;
    this.#socket = io(base, {
      auth: { token, workstation, protocol },
      autoConnect: false,
      forceNew: true,
      reconnection: false,
      timeout: connectTimeoutMs,
      // Long polling is for the clinic whose proxy breaks WebSocket; it is tried when that failed.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    });
  }

  /** @throws RoomlightError the server's refusal · `unreachable` · `notRoomlight` */
  connect(): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      const fail = (error: RoomlightError) => {
        clearTimeout(silence);
        this.close();
        reject(error);
      };
      // The library's own limit ends when the link is up; the server may still fall silent before it lets us in.
      const silence = setTimeout(() => fail(unreachable()), connectTimeoutMs);
      // Hung up meanwhile, nobody waits for that: it must not keep a process alive that has ended all else.
      silence.unref();
      // The link came up and broke before the server let us in: no `connect_error` tells of that.
      const broken = () => fail(unreachable());
      socket.once('connect', () => {
        clearTimeout(silence);
        socket.off('disconnect', broken);
        this.#listen();
        resolve();
      });
      socket.once('disconnect', broken);
      socket.once('connect_error', (error) => fail(refusal(error)));
      socket.connect();
    });
  }

  /** @param resumed told of the answer before any event that follows it */
  resume(request: Resume, resumed: (answer: Resumed) => void): Promise<Resumed> {
    const socket = this.#socket.timeout(answerTimeoutMs);
    return this.#ask(Resumed, (ack) => socket.emit('resume', request, ack), resumed);
  }

  /** Gives the server a newer token; also the way to ask whether it is still there. */
  async renew(request: Renew, timeoutMs = answerTimeoutMs): Promise<void> {
    await this.#ask(z.null(), (ack) => this.#socket.timeout(timeoutMs).emit('renew', request, ack));
  }

  /** Hangs up. Nothing is heard of this wire afterwards. */
  close(): void {
    this.#closed = true;
    this.#socket.disconnect();
    // Before the handshake is over the line above does not yet reach the connection under it.
    this.#socket.io.engine?.close();
  }

  #listen(): void {
    const socket = this.#socket;
    const { events, heard, lost } = this.#listener;
    socket.on('events', (payload, ack) => {
      if (!this.#closed) events(payload, typeof ack === 'function' ? ack : undefined);
    });
    socket.on('ended', (ended) => {
      this.#ended = Ended.safeParse(ended).data ?? null;
    });
    socket.io.on('ping', () => {
      if (!this.#closed) heard();
    });
    socket.once('disconnect', () => {
      if (this.#closed) return;
      this.#closed = true;
      lost(this.#ended);
    });
  }

  #ask<S extends z.ZodType>(
    schema: S,
    emit: (ack: (timeout: Error | null, answer: unknown) => void) => void,
    answered?: (value: z.infer<S>) => void,
  ): Promise<z.infer<S>> {
    return new Promise((resolve, reject) => {
      emit((timeout, answer) => {
        try {
          if (timeout) throw unreachable(timeout);
          const value = accepted(schema, answer);
          answered?.(value);
          resolve(value);
        } catch (error) {
          reject(error);
        }
      });
    });
  }
}

function accepted<S extends z.ZodType>(schema: S, answer: unknown): z.infer<S> {
  const outcome = Acknowledged.safeParse(answer);
  if (!outcome.success) throw notRoomlight(outcome.error);
  if (!outcome.data.ok) throw new RoomlightError(outcome.data.error);
  const value = schema.safeParse(outcome.data.value);
  if (!value.success) throw notRoomlight(value.error);
  return value.data;
}

function refusal(error: Error & { data?: unknown; description?: unknown }): RoomlightError {
  const body = ErrorBody.safeParse(error.data);
  if (body.success) return new RoomlightError(body.data, { cause: error });
  // The last transport tried is polling, which tells the status of an answer that was not Socket.IO's; 0 for none.
  const status = typeof error.description === 'number' ? error.description : 0;
  return status >= 400 && status < 500 ? notRoomlight(error) : unreachable(error);
}
