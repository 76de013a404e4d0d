import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { v4 as uuid } from 'uuid';
import { headers as names } from '#shared/http.ts';
import { monotonicMs } from '../clock.ts';
import { markerOf } from './marker.ts';

export interface Bookings {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A new booking's body each time, without its note. */
  readonly nextBody: () => Record<string, unknown>;
}

export interface Pace {
  readonly events: number;
  readonly perSecond: number;
}

const agent = new Agent({ keepAlive: true });

/**
 * Posts bookings at a steady pace whether or not earlier ones were answered, as a clinic would. Resolves when all have
 * been. @throws on any answer but 201
 */
export async function publish(bookings: Bookings, { events, perSecond }: Pace): Promise<void> {
  const began = monotonicMs();
  const answers: Promise<unknown>[] = [];
  for (let sent = 0; sent < events; sent += 1) {
    const early = began + (sent * 1000) / perSecond - monotonicMs();
    if (early > 0) await wait(early);
    const answer = postBooking(bookings);
    // It is heard of below, when all have been sent.
    answer.catch(() => {});
    answers.push(answer);
  }
  await Promise.all(answers);
}

/** One booking whose note says when it was sent, under a key of its own (L4). @throws on any answer but 201 */
export function postBooking({ base, headers, nextBody }: Bookings): Promise<unknown> {
  const body = JSON.stringify({ ...nextBody(), note: markerOf(monotonicMs()) });
  const json = { ...headers, 'content-type': 'application/json', [names.key]: uuid() };
  return post(`${base}/api/appointments`, json, body);
}

function post(url: string, headers: Record<string, string>, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 201) resolve(JSON.parse(text));
        else reject(new Error(`A booking was answered with ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sent.on('error', (error) => {
      // A kept connection that its server gave up at that very moment, idle for too long: it took no request with it.
      if (sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
        resolve(post(url, headers, body));
      else reject(error);
    });
    sent.end(body);
  });
}
