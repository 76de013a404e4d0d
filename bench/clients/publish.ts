import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { monotonicMs } from '../clock.ts';
import { markerOf } from './marker.ts';

export interface Publication {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A new booking's body each time, without its note. */
  readonly nextBody: () => Record<string, unknown>;
  readonly events: number;
  readonly perSecond: number;
}

const agent = new Agent({ keepAlive: true });

/**
 * Posts bookings at a steady pace whether or not earlier ones were answered, as a clinic would. Resolves with the
 * answers when all have come. @throws on any answer but 201
 */
export async function publish(publication: Publication): Promise<unknown[]> {
  const { events, perSecond } = publication;
  const began = monotonicMs();
  const answers: Promise<unknown>[] = [];
  for (let sent = 0; sent < events; sent += 1) {
    const due = began + (sent * 1000) / perSecond;
    const early = due - monotonicMs();
    if (early > 0) await wait(early);
    answers.push(postBooking(publication));
  }
  return Promise.all(answers);
}

/** One booking whose note says when it was sent. @throws on any answer but 201 */
export function postBooking({
  base,
  headers,
  nextBody,
}: Pick<Publication, 'base' | 'headers' | 'nextBody'>): Promise<unknown> {
  const json = { 'content-type': 'application/json', ...headers };
  return new Promise((resolve, reject) => {
    const post = request(`${base}/api/appointments`, { method: 'POST', agent, headers: json }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 201) resolve(JSON.parse(text));
        else reject(new Error(`A booking was answered with ${response.statusCode}: ${text.slice(0, 500)}`));
      });
      response.on('error', reject);
    });
    post.on('error', reject);
    post.end(JSON.stringify({ ...nextBody(), note: markerOf(monotonicMs()) }));
  });
}
