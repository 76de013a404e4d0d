import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Config } from './config.ts';

const pollMs = 20;
/**
 * How many may knock at once. After a restart a whole clinic does; whoever finds the queue full is not refused but
 * unheard, and knocks again a second later. The system may have a lower limit of its own.
 */
const backlog = 4_096;

/** The one port of the server, for HTTP and sockets alike, and who is still on it. */
export class Listener {
  readonly server: Server | SecureServer;
  readonly #config: Config;
  readonly #connections = new Set<Socket>();
  #running = 0;
  #closing = false;

  /** @param answer hears every request that is not a socket's */
  constructor(config: Config, answer: RequestListener) {
    this.#config = config;
    const counted: RequestListener = (request, response) => {
      this.#running += 1;
      response.once('close', () => {
        this.#running -= 1;
      });
      if (this.#closing) response.setHeader('Connection', 'close');
      answer(request, response);
    };
    this.server = config.tls ? createSecure(config.tls, counted) : createServer(counted);
    this.server.on('connection', (connection: Socket) => {
      this.#connections.add(connection);
      connection.once('close', () => this.#connections.delete(connection));
    });
  }

  /**
   * Answers the address to reach it at.
   * @throws Error with a sentence when the port cannot be had
   */
  async open(): Promise<string> {
    const { port, host, tls } = this.#config;
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (cause) => reject(cannotListen(cause, port, host)));
      this.server.listen({ port, host, backlog }, resolve);
    });
    const { port: got } = this.server.address() as AddressInfo;
    const anywhere = host === '0.0.0.0' || host === '::';
    const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    return `${tls ? 'https' : 'http'}://${name}:${got}`;
  }

  /** Accepts nobody new; resolves when no request is running, at the latest after `graceMs`. */
  async finishRequests(graceMs: number): Promise<void> {
    this.#closing = true;
    this.server.close();
    await this.#until(() => this.#running === 0, graceMs);
  }

  /** Resolves when everybody has left; who has not after `graceMs` is thrown out. */
  async empty(graceMs: number): Promise<void> {
    this.server.closeIdleConnections();
    await this.#until(() => this.#connections.size === 0, graceMs);
    for (const connection of this.#connections) connection.destroy();
  }

  async #until(done: () => boolean, graceMs: number): Promise<void> {
    const rounds = graceMs / pollMs;
    for (let i = 0; i < rounds && !done(); i += 1)
      await new Promise((resolve) => {
        setTimeout(resolve, pollMs);
      });
  }
}

function createSecure(
  { certFile, keyFile }: NonNullable<Config['tls']>,
  answer: RequestListener,
): SecureServer {
  const pem = { cert: readPem('TLS_CERT', certFile), key: readPem('TLS_KEY', keyFile) };
  try {
    return createSecureServer({ ...pem, minVersion: 'TLSv1.2' }, answer);
  } catch (cause) {
    const files = `${certFile} (TLS_CERT) and ${keyFile} (TLS_KEY)`;
    throw new Error(
      `The files ${files} are not a certificate and its key in PEM form. Give the right ones.`,
      {
        cause,
      },
    );
  }
}

function readPem(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`The file ${file} named by ${variable} cannot be read. Correct its name or its rights.`, {
      cause,
    });
  }
}

function cannotListen(cause: Error, port: number, host: string): Error {
  const code = 'code' in cause ? cause.code : undefined;
  const why =
    code === 'EADDRINUSE'
      ? `Port ${port} is already in use, perhaps by another Roomlight. Stop it, or choose another port with PORT`
      : code === 'EACCES'
        ? `This user may not listen on port ${port}. Choose a port above 1023 with PORT`
        : `The server cannot listen on ${host}. Set HOST to an address of this computer`;
  return new Error(`${why}.`, { cause });
}
