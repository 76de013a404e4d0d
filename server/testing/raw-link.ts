import { WebSocket } from 'ws';

/** A bare WebSocket to the server's Socket.IO endpoint: whatever bytes a test likes to send. */
export class RawLink {
  readonly #socket: WebSocket;
  readonly #heard: string[] = [];
  closed = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#heard.push((data as Buffer).toString()));
    socket.on('close', () => {
      this.closed = true;
    });
    socket.on('error', () => undefined);
  }

  static open(url: string): Promise<RawLink> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const link = new RawLink(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(link));
      socket.once('error', reject);
    });
  }

  /** Resolves once the bytes are with the operating system, or the link is gone. */
  send(data: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => this.#socket.send(data, () => resolve()));
  }

  /** Resolves when the server has sent text that begins so (true), or has closed (false). */
  hears(beginning: string): Promise<boolean> {
    const heard = () => this.#heard.some((text) => text.startsWith(beginning));
    return new Promise((resolve) => {
      const settle = () => {
        if (heard() || this.closed) resolve(heard());
      };
      this.#socket.on('message', settle);
      this.#socket.on('close', settle);
      settle();
    });
  }

  close(): void {
    this.#socket.terminate();
  }
}
