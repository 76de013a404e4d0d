import { type ErrorBody, RoomlightError } from '#shared/errors.ts';

/** The typed refusal `promise` ends in; anything else fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<ErrorBody> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof RoomlightError) return error.body;
    throw error;
  }
  throw new Error('expected a refusal, but it was accepted');
}
