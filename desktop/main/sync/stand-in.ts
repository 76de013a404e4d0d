import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { type ErrorBody, httpStatus } from '#shared/errors.ts';
import { auth, reads, type Snapshot } from '#shared/http.ts';
import type { Acked, Ended, Resume, Resumed } from '#shared/socket.ts';
import { protocol } from '#shared/version.ts';
import { snapshot } from '../cache/clinic-fixture.ts';

interface Up {
  resume: (request: Resume, ack: (answer: Acked<Resumed>) => void) => void;
  renew: (request: { token: string }, ack: (answer: Acked<null>) => void) => void;
}
interface Down {
  events: (batch: unknown) => void;
  ended: (ended: Ended) => void;
}

type Reply = { status: number; json: unknown; headers?: Record<string, string> };

const sessionEnded: ErrorBody = { kind: 'sessionEnded', message: 'Your sign-in has ended. Sign in again.' };

/**
 * A server for tests of the workstation alone: real HTTP and Socket.IO with the messages of shared/, and no clinic behind
 * it, so that it can also say what a real one never would.
 */
export class StandIn {
  readonly url: string;
  /** What `GET /api/snapshot` answers; its `epoch` and `seq` decide whether a cursor may resume. */
  day: Snapshot = snapshot();
  /** Refuses every handshake with this. */
  refusal: ErrorBody | null = null;
  /** Answers everything but sign-in matters in the place of the usual. */
  answer: ((request: IncomingMessage) => Reply | null) | null = null;
  accessSeconds = 900;
  /** Stays silent when asked to renew. */
  deaf = false;
  readonly resumes: Resume[] = [];
  readonly tokensSeen: string[] = [];
  refreshes = 0;
  sessionOver = false;
  #good = 'refresh-0';
  readonly #http: HttpServer;
  readonly #io: Server<Up, Down>;

  private constructor(http: HttpServer) {
    this.#http = http;
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    http.on('request', (req, res) => void this.#serve(req, res));
    this.#io = new Server(http, { serveClient: false, pingInterval: 200, pingTimeout: 2_000 });
    this.#io.use((socket, next) => {
      this.tokensSeen.push(String(socket.handshake.auth.token));
      next(this.refusal ? Object.assign(new Error(this.refusal.message), { data: this.refusal }) : undefined);
    });
    this.#io.on('connection', (socket) => {
      socket.on('resume', (request, ack) => {
        this.resumes.push(request);
        const { epoch, seq: head } = this.day;
        const mode = request.epoch === epoch && (request.cursor ?? 0) <= head ? 'events' : 'snapshot';
        ack({ ok: true, value: { mode, epoch, head } });
      });
      socket.on('renew', ({ token }, ack) => {
        this.tokensSeen.push(token);
        if (!this.deaf) ack({ ok: true, value: null });
      });
    });
  }

  static async start(): Promise<StandIn> {
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return new StandIn(http);
  }

  get sockets(): number {
    return this.#io.of('/').sockets.size;
  }

  /** Sends a batch, whatever it is, to all. */
  send(batch: unknown): void {
    this.#io.emit('events', batch);
  }

  end(ended: Ended): void {
    this.#io.emit('ended', ended);
    this.#io.disconnectSockets(true);
  }

  /** Breaks all lines without a word. */
  drop(): void {
    this.#io.disconnectSockets(true);
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    await this.#io.close();
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.url?.startsWith('/socket.io/')) return;
    let body = '';
    for await (const chunk of req) body += String(chunk);
    const { status, json, headers } = this.#reply(req, body);
    res
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(json === undefined ? '' : JSON.stringify(json));
  }

  #reply(req: IncomingMessage, body: string): Reply {
    const path = req.url?.split('?')[0];
    if (path === auth.refresh.path) return this.#refresh(JSON.parse(body));
    if (path === auth.logout.path) return { status: 204, json: undefined };
    const own = this.answer?.(req);
    if (own) return own;
    if (path === reads.clinicFound.path)
      return { status: 200, json: { tenantId: this.day.clinic.id, name: this.day.clinic.name, protocol } };
    if (path === reads.snapshot.path) return { status: 200, json: this.day };
    return refuse({ kind: 'notFound', message: 'There is no such thing. Check what was asked for.' });
  }

  #refresh({ refreshToken }: { refreshToken: string }): Reply {
    if (this.sessionOver || refreshToken !== this.#good) return refuse(sessionEnded);
    this.refreshes += 1;
    this.#good = `refresh-${this.refreshes}`;
    const { clinic, members } = this.day;
    const tokens = { accessToken: `access-${this.refreshes}`, expiresInSeconds: this.accessSeconds };
    return { status: 200, json: { ...tokens, refreshToken: this.#good, member: members[0], clinic } };
  }
}

export function refuse(error: ErrorBody): Reply {
  return { status: httpStatus[error.kind], json: { error } };
}
