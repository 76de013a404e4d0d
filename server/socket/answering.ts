import type { z } from 'zod';
import { type ErrorBody, parse, RoomlightError } from '#shared/errors.ts';
import type { Acked } from '#shared/socket.ts';

/** What a person or a workstation may know of an error; all else goes to `report`. */
export function errorBodyOf(error: unknown, report: (error: unknown) => void): ErrorBody {
  if (error instanceof RoomlightError) return error.body;
  report(error);
  return {
    kind: 'internal',
    message:
      'Something went wrong on the server. Try again; if it stays, tell whoever looks after Roomlight.',
  };
}

export interface Answer<T> {
  value: T;
  /** Runs once the answer is on its way. */
  afterwards?: () => void;
}

/**
 * A socket message's listener: checks the request, answers through the ack, never throws. Whatever a peer sends in
 * place of a request or an ack ends here; without an ack there is nobody to answer, so nothing is done.
 */
export function answering<S extends z.ZodType, T>(
  schema: S,
  what: string,
  work: (request: z.infer<S>) => Promise<Answer<T>>,
  report: (error: unknown) => void,
): (request: unknown, ack: unknown) => void {
  return (request, ack) => {
    if (typeof ack !== 'function') return;
    const answer = ack as (acked: Acked<T>) => void;
    const settle = async () => {
      const { value, afterwards } = await work(parse(schema, request, what, 'message'));
      answer({ ok: true, value });
      afterwards?.();
    };
    settle().catch((error: unknown) => answer({ ok: false, error: errorBodyOf(error, report) }));
  };
}
