import type { Bridge, CallInput, CallName, CallOutput } from '#desktop/bridge/map.ts';
import { type ErrorBody, RoomlightError } from '#shared/errors.ts';

/** The bridge's answer, or a thrown RoomlightError carrying the error the main process gave. */
export async function callBridge<N extends CallName>(
  bridge: Bridge,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const result = await bridge.call(name, input);
  if (!result.ok) throw new RoomlightError(result.error);
  return result.value;
}

/** What went wrong, as data. A fault that is none of ours becomes `internal`. */
export function errorBodyOf(error: unknown): ErrorBody {
  if (error instanceof RoomlightError) return error.body;
  return { kind: 'internal', message: 'Something went wrong in this window. Close it and open it again.' };
}
