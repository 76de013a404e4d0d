import { WebSocket } from 'ws';
import type { Resume } from '#shared/socket.ts';

export type Dialect = 'ws' | 'socket.io' | 'roomlight';

export interface LeanOptions {
  /** `http://127.0.0.1:4000` */
  readonly base: string;
  readonly dialect: Dialect;
  /** What the handshake carries; bare `ws` has none. */
  readonly auth: Record<string, unknown>;
  /** Where a Roomlight socket goes on; the others have no such thing. */
  readonly resume: Resume | null;
  readonly onEvents: (message: Buffer) => void;
}

// The first bytes of a text message of Engine.IO 4 with Socket.IO 5 on it.
const open = 0x30; // 0
const ping = 0x32; // 2
const packet = 0x34; // 4
const connect = 0x30; // 40
const event = 0x32; // 42
const ack = 0x33; // 43
const refusal = 0x34; // 44
const bracket = 0x5b; // [

/**
 * The least a client can be: one WebSocket and the handful of packets its server's dialect needs. A thousand of them
 * in one process leave the machine to the server under measurement, and cost the same whichever server that is.
 */
export class LeanSocket {
  readonly #options: LeanOptions;
  readonly #socket: WebSocket;
  readonly #ready = Promise.withResolvers<void>();
  #closing = false;

  constructor(options: LeanOptions) {
    this.#options = options;
    const path = options.dialect === 'ws' ? '/' : '/socket.io/?EIO=4&transport=websocket';
    this.#socket = new WebSocket(options.base.replace('http', 'ws') + path, { perMessageDeflate: false });
    this.#socket.on('error', (error) => this.#ready.reject(error));
    this.#socket.on('close', (code) => {
      if (!this.#closing) this.#ready.reject(new Error(`The server closed the connection (${code}).`));
    });
    if (options.dialect === 'ws') {
      this.#socket.on('open', () => this.#ready.resolve());
      this.#socket.on('message', options.onEvents);
    } else this.#socket.on('message', (message: Buffer) => this.#hear(message));
  }

  /** Resolves when the server has let it in and serves it events; rejects when it refused or closed. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  close(): void {
    this.#closing = true;
    this.#socket.terminate();
  }

  #hear(message: Buffer): void {
    if (message[0] === ping) this.#socket.send('3');
    else if (message[0] === open) this.#socket.send(`40${JSON.stringify(this.#options.auth)}`);
    else if (message[0] === packet) this.#hearPacket(message);
  }

  #hearPacket(message: Buffer): void {
    const { resume, onEvents } = this.#options;
    if (message[1] === event) {
      if (message[2] !== bracket) this.#acknowledge(message);
      onEvents(message);
    } else if (message[1] === connect) {
      if (resume) this.#socket.send(`420${JSON.stringify(['resume', resume])}`);
      else this.#ready.resolve();
    } else if (message[1] === ack) {
      if (message.includes('"mode":"events"')) this.#ready.resolve();
      else this.#ready.reject(new Error(`The server answered the resume with ${message.toString()}.`));
    } else if (message[1] === refusal) {
      this.#ready.reject(new Error(`The server refused the connection: ${message.toString()}.`));
    }
  }

  #acknowledge(message: Buffer): void {
    this.#socket.send(`43${message.toString('latin1', 2, message.indexOf(bracket))}[]`);
  }
}
