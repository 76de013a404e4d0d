import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { baselineHttp, listenBaseline } from './baseline-http.ts';

/** Baseline (a): bare `ws`. Whoever connects hears everything; the floor of what a socket can cost. */
const http = createServer(
  baselineHttp((_claims, batch) => {
    const text = JSON.stringify(['events', batch]);
    for (const socket of sockets.clients) if (socket.readyState === WebSocket.OPEN) socket.send(text);
  }),
);
const sockets = new WebSocketServer({ server: http });
listenBaseline(http);
