import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

type Server = { check(): void };

/** A port that was free a moment ago. A server that is killed and started again needs to know its own. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/** Resolves within a few milliseconds of the port taking connections. @throws when the server ends first */
export async function portOpen(port: number, server: Server): Promise<void> {
  while (!(await takesConnections(port))) {
    server.check();
    await wait(3);
  }
}

/** Resolves when the server says it is ready to work. */
export async function serverReady(port: number, server: Server): Promise<void> {
  await portOpen(port, server);
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    await answer.arrayBuffer();
    if (answer.ok) return;
    await wait(20);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
