import type { Logger } from 'pino';
import type { Fanout } from '#server/fanout/fanout.ts';
import type { Identity } from '#server/identity/identity.ts';
import { RoomlightError } from '#shared/errors.ts';
import { type Ended, Renew, Resume } from '#shared/socket.ts';
import type { Clock, Every } from '#shared/time.ts';
import { answering, errorBodyOf } from './answering.ts';
import { Connection } from './connection.ts';
import { Flood } from './flood.ts';
import { type Gatekeeper, Handshake } from './handshake.ts';
import { forgetHandshake, type Io, type Link, type Socket } from './io.ts';
import { terminate } from './link.ts';
import type { SocketLimits } from './options.ts';
import { Watch } from './watch.ts';

export interface GatewayOptions {
  io: Io;
  gatekeeper: Gatekeeper;
  fanout: Fanout;
  clock: Clock;
  every: Every;
  limits: SocketLimits;
  log: Logger;
}

/** The socket side of the server: who is connected, and what each may say. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #handshake: Handshake;
  readonly #connections = new Set<Connection>();
  readonly #watch: Watch;
  readonly #stopListening: () => void;
  #goodbye: Ended | null = null;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#handshake = new Handshake(options.gatekeeper);
    this.#watch = new Watch(this.#connections, options);
    this.#stopListening = options.gatekeeper.sessions.onEnded((sessionId) => {
      this.#handshake.ended(sessionId);
      for (const connection of [...this.#connections])
        if (connection.identity.sessionId === sessionId) connection.cut(sessionEnded);
    });
    options.io.engine.on('connection', (link: Link) => this.#boundFlood(link));
    options.io.use((socket, next) => void this.#letIn(socket, next));
    options.io.on('connection', (socket) => this.#serve(socket));
  }

  /** Sockets that passed the handshake. */
  get size(): number {
    return this.#connections.size;
  }

  /** To be told after each emitted batch: bounds what waits for slow sockets between two looks at the clock (F4). */
  readonly batchEmitted = (): void => this.#watch.batchEmitted();

  /** Tells every workstation why it is cut, once what was sent before is on its way. Lets nobody in afterwards. */
  sayGoodbye(ended: Ended): void {
    this.#goodbye = ended;
    for (const connection of [...this.#connections]) connection.cut(ended);
  }

  /** Closes what is still there without another word. */
  close(): void {
    this.#stopListening();
    this.#watch.stop();
    this.#options.io.engine.close();
  }

  async #letIn(socket: Socket, next: (refusal?: Error) => void): Promise<void> {
    let refusal: Error | undefined;
    try {
      if (this.#goodbye) throw shuttingDown(this.#goodbye);
      await this.#handshake.check(socket.handshake.auth, (identity) => this.#add(socket, identity));
    } catch (error) {
      const body = errorBodyOf(error, this.#report);
      refusal = Object.assign(new Error(body.message), { data: body });
    }
    forgetHandshake(socket);
    next(refusal);
  }

  #add(socket: Socket, identity: Identity): void {
    // Gone while it was being checked: its `close` has been and would never free it again.
    if (socket.conn.readyState !== 'open') return;
    const { fanout, limits } = this.#options;
    const report = this.#report;
    const connection = new Connection({ socket, identity, fanout, pageMs: limits.pageMs, report });
    socket.data.connection = connection;
    this.#connections.add(connection);
    // The link may go before the namespace knows the socket; then `disconnect` never comes.
    socket.conn.once('close', () => this.#connections.delete(connection));
  }

  #serve(socket: Socket): void {
    const { connection } = socket.data;
    if (!connection?.open) {
      socket.disconnect(true);
      return;
    }
    const { log } = this.#options;
    log.info(describe(connection), 'workstation connected');
    socket.on('disconnect', (reason) => {
      log.info({ ...describe(connection), reason }, 'workstation gone');
      this.#connections.delete(connection);
      // A peer that leaves the namespace but keeps the link has nothing left to say on it.
      socket.conn.close();
    });
    this.#listen(socket, connection);
  }

  #listen(socket: Socket, connection: Connection): void {
    const { gatekeeper } = this.#options;
    const report = this.#report;
    const resume = answering(Resume, 'The resume', (request) => connection.resume(request), report);
    const renew = async (token: string) => {
      connection.renew(await gatekeeper.authenticate(token));
      return { value: null };
    };
    socket.on('resume', resume);
    socket.on(
      'renew',
      answering(Renew, 'The renewal', ({ token }) => renew(token), report),
    );
  }

  readonly #report = (error: unknown): void => {
    this.#options.log.error({ err: error }, 'socket message failed');
  };

  #boundFlood(link: Link): void {
    const { limits, clock } = this.#options;
    const flood = new Flood(limits.floodMessages, limits.floodWindowMs, clock);
    link.on('packet', () => {
      if (flood.exceeded()) this.#cutFlooding(link);
    });
  }

  #cutFlooding(link: Link): void {
    const connection = [...this.#connections].find((each) => each.link === link);
    if (connection) connection.cut(tooMany);
    else terminate(link);
  }
}

const sessionEnded: Ended = { kind: 'sessionEnded', reason: 'Your sign-in has ended. Sign in again.' };
const tooMany: Ended = {
  kind: 'tooMany',
  reason: 'This workstation sent too many messages. It reconnects after a pause.',
};

/** For the log: who and where, nothing of what (W6). */
function describe({ identity: { tenantId, userId, sessionId, workstation } }: Connection) {
  return { tenant: tenantId, user: userId, session: sessionId, workstation };
}

function shuttingDown({ reason }: Ended): RoomlightError {
  return new RoomlightError({ kind: 'unavailable', message: reason });
}
