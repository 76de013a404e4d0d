import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { type Socket as IoSocket, Server } from 'socket.io';
import type { ClientMessages, ServerMessages } from '#shared/socket.ts';
import type { Connection } from './connection.ts';
import type { SocketLimits } from './options.ts';

type NoServerSideMessages = Record<never, never>;

/** `connection` is there from the handshake's success on. */
export interface SocketData {
  connection?: Connection;
}

export type Io = Server<ClientMessages, ServerMessages, NoServerSideMessages, SocketData>;
export type Socket = IoSocket<ClientMessages, ServerMessages, NoServerSideMessages, SocketData>;
/** The transport-level connection under a socket. */
export type Link = Socket['conn'];

/** @param origin where a browser may connect from, or false for nowhere but the server's own address */
export function createIo(http: HttpServer | HttpsServer, limits: SocketLimits, origin: string[] | false): Io {
  const io: Io = new Server(http, {
    // Long polling stays for the clinic whose proxy or antivirus breaks WebSocket; workstations try it last.
    transports: ['websocket', 'polling'],
    serveClient: false,
    // A compressor costs each connection far more memory than an event of one kilobyte is worth.
    perMessageDeflate: false,
    maxHttpBufferSize: limits.payloadBytes,
    pingInterval: limits.pingIntervalMs,
    pingTimeout: limits.pingTimeoutMs,
    connectTimeout: limits.handshakeMs,
    cors: { origin },
  });
  forgetRequests(io);
  return io;
}

/**
 * The upgrade request with its headers would live as long as its connection: the link holds it, and so does the
 * stand-in for a response that the engine hangs on the connection. That is a quarter of what a connection costs.
 */
function forgetRequests(io: Io): void {
  const responses = new WeakMap<object, object>();
  io.engine.use((request: IncomingMessage, response: object, next: () => void) => {
    if (request.headers.upgrade) responses.set(request, response);
    next();
  });
  io.engine.on('connection', (link: Link) => {
    const response = responses.get(link.request);
    if (response) Object.assign(response, { req: null });
    Object.assign(link, { request: null });
  });
}

const forgotten = Object.freeze({});

/** Once who it is has been checked, nothing of the handshake is needed; its token must not stay in memory. */
export function forgetHandshake(socket: Socket): void {
  Object.assign(socket, { handshake: forgotten });
}
