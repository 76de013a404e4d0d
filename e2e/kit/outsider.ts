import { once } from 'node:events';
import { createServer } from 'node:http';

/** A web server that is none of ours, and counts who comes: nobody should. */
export type Outsider = { url: string; visits: () => string[]; stop: () => Promise<void> };

export async function startOutsider(): Promise<Outsider> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*').end('document.title = "taken over"');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port.');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${address.port}`, visits: () => visits, stop };
}
