import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { baselineHttp, claimsOf, listenBaseline } from './baseline-http.ts';

/** Baseline (b): Socket.IO as its guide shows it, with a token at the handshake and a room per tenant. */
const http = createServer(
  baselineHttp(({ tid }, batch) => {
    io.to(`tenant:${tid}`).emit('events', batch);
  }),
);
const io = new Server(http);
io.use((socket, next) => {
  try {
    socket.data.claims = claimsOf(socket.handshake.auth.token);
    next();
  } catch (error) {
    next(error instanceof Error ? error : new Error('refused'));
  }
});
io.on('connection', (socket) => {
  void socket.join(`tenant:${socket.data.claims.tid}`);
});
listenBaseline(http);
