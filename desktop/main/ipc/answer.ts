import type { z } from 'zod';
import { type CallName, type CallOutput, calls, type Result } from '#desktop/bridge/map.ts';
import { type ErrorBody, parse, RoomlightError } from '#shared/errors.ts';
import { describe, type Log } from '../log.ts';
import { checkSender, type Sender } from './sender.ts';

type Input<N extends CallName> = z.output<(typeof calls)[N]['input']>;

/** One function for each call of the map; input has been checked, what it throws becomes the error of the answer. */
export type Handlers = {
  [N in CallName]: (input: Input<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};

export type Answer = <N extends CallName>(
  name: N,
  sender: Sender,
  input: unknown,
) => Promise<Result<CallOutput<N>>>;

/** Checks who calls, what comes in and what goes out (W5). Never rejects: an exception would lose its kind on the way. */
export function answerer(handlers: Handlers, origin: string, log: Log): Answer {
  return async (name, sender, input) => {
    try {
      checkSender(sender, origin);
      return { ok: true, value: await run(handlers, name, input) };
    } catch (error) {
      return { ok: false, error: bodyOf(error, name, log) };
    }
  };
}

async function run<N extends CallName>(handlers: Handlers, name: N, input: unknown): Promise<CallOutput<N>> {
  const schema = calls[name];
  const value = await handlers[name](parse(schema.input, input, 'What the window asked') as Input<N>);
  return schema.output.parse(value) as CallOutput<N>;
}

function bodyOf(error: unknown, call: CallName, log: Log): ErrorBody {
  if (error instanceof RoomlightError) {
    if (error.cause !== undefined)
      log.warn({ call, kind: error.body.kind, err: describe(error.cause) }, 'call refused');
    return error.body;
  }
  log.error({ call, err: describe(error) }, 'call failed');
  return {
    kind: 'internal',
    message:
      'Something went wrong in Roomlight on this PC. Try again; if it happens again, close Roomlight and open it.',
  };
}
