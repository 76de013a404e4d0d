import { z } from 'zod';
import type { ErrorBody } from './errors.ts';
import { ClinicEvent } from './events.ts';
import { WorkstationId } from './ids.ts';

/** Given at the handshake. */
export const SocketAuth = z.object({
  token: z.string().min(1).max(4096),
  workstation: WorkstationId,
  protocol: z.int(),
});
export type SocketAuth = z.infer<typeof SocketAuth>;

/** Both null at first; else the last `seq` applied and the `epoch` of the log it belongs to. */
export const Resume = z
  .strictObject({ cursor: z.int().nonnegative().nullable(), epoch: z.string().max(64).nullable() })
  .refine(
    (r) => (r.cursor === null) === (r.epoch === null),
    'cursor and epoch must both be given, or neither',
  );
export type Resume = z.infer<typeof Resume>;

/** `events`: all after the cursor follows on this socket, then live. `snapshot`: fetch one and resume from its `seq`. */
export const Resumed = z.object({
  mode: z.enum(['events', 'snapshot']),
  epoch: z.string(),
  head: z.int().nonnegative(),
});
export type Resumed = z.infer<typeof Resumed>;

export const Renew = z.strictObject({ token: z.string().min(1).max(4096) });
export type Renew = z.infer<typeof Renew>;

export const EventBatch = z.array(ClinicEvent);

/** Why the server closes a socket. After `sessionEnded` the workstation must sign in anew; else it reconnects. */
export const Ended = z.object({
  kind: z.enum(['shutdown', 'sessionEnded', 'tokenExpired', 'tooSlow', 'tooMany']),
  reason: z.string(),
});
export type Ended = z.infer<typeof Ended>;

export type Acked<T> = { ok: true; value: T } | { ok: false; error: ErrorBody };
type Ack<T> = (answer: Acked<T>) => void;

/** Up. */
export interface ClientMessages {
  resume: (request: Resume, ack: Ack<Resumed>) => void;
  renew: (request: Renew, ack: Ack<null>) => void;
}

/** Down. Catch-up batches ask for an ack, which paces them; live ones do not. */
export interface ServerMessages {
  events: (batch: ClinicEvent[], ack?: () => void) => void;
  ended: (ended: Ended) => void;
}
