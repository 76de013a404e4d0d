import { type ErrorBody, RoomlightError } from '#shared/errors.ts';

/** The typed refusal `promise` ends in; anything else fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<ErrorBody> {
  try {
    await promise;
  } catch (error) {
    return bodyOf(error);
  }
  throw new Error('expected a refusal, but it was accepted');
}

/** The same for work that is done at once. */
export function refusalIn(work: () => unknown): ErrorBody {
  try {
    work();
  } catch (error) {
    return bodyOf(error);
  }
  throw new Error('expected a refusal, but it was accepted');
}

function bodyOf(error: unknown): ErrorBody {
  if (error instanceof RoomlightError) return error.body;
  throw error;
}
