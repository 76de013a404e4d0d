import type { Server as HttpServer } from 'node:http';
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
  io.engine.on('connection', (link: Link) => {
    // The upgrade request and its headers would otherwise live as long as the connection.
    Object.assign(link, { request: null });
  });
  return io;
}
