import type { Server } from 'node:http';
import express, { type Express } from 'express';
import jwt from 'jsonwebtoken';
import { v4 as uuid } from 'uuid';
import type { ClinicEvent } from '#shared/events.ts';

export const baselineSecret = 'a secret that signs nothing but this bench';

export interface Claims {
  readonly sub: string;
  readonly tid: string;
}

/** @throws when the token is not ours */
export function claimsOf(token: string | undefined): Claims {
  return jwt.verify(token ?? '', baselineSecret, { algorithms: ['HS256'] }) as unknown as Claims;
}

/**
 * What both baselines have in common with Roomlight: an event enters by `POST /api/appointments` with a bearer token and
 * the same body, and leaves as the same JSON. They keep nothing, check nothing and promise nothing.
 */
export function baselineHttp(broadcast: (claims: Claims, batch: readonly unknown[]) => void): Express {
  const app = express();
  let seq = 0;
  app.use(express.json());
  app.get('/readyz', (_request, response) => {
    response.json({ ready: true });
  });
  app.post('/api/appointments', (request, response) => {
    const claims = claimsOf(request.get('authorization')?.slice('Bearer '.length));
    seq += 1;
    const event = eventFrom(request.body, claims, seq);
    broadcast(claims, [event]);
    response.status(201).json({ appointment: event.data.appointment, seq });
  });
  return app;
}

// Field for field what Roomlight's log holds for the same booking, so that as many bytes go to each socket.
function eventFrom(body: object, { sub }: Claims, seq: number) {
  const now = new Date().toISOString();
  const appointment = {
    id: uuid(),
    version: 1,
    ...body,
    status: 'booked',
    statusSince: now,
    room: null,
    overbookReason: null,
    cancelReason: null,
    createdAt: now,
    createdBy: sub,
    updatedAt: now,
    updatedBy: sub,
  };
  const actor = { userId: sub, name: 'Tess Whitfield', workstation: 'bench-0' };
  return {
    seq,
    type: 'appointment.created' satisfies ClinicEvent['type'],
    at: now,
    actor,
    data: { appointment },
  };
}

/** With as long a queue for newcomers as Roomlight has, or a thousand at once would be a test of that. */
export function listenBaseline(http: Server): void {
  http.listen({ port: Number(process.env.PORT), host: '127.0.0.1', backlog: 4_096 });
}
