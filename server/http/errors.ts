import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { type ErrorBody, httpStatus, RoomlightError } from '#shared/errors.ts';
import { contextOf } from './request-context.ts';

export const unknownRoute: RequestHandler = () => {
  throw new RoomlightError({
    kind: 'notFound',
    message: 'This server has nothing at that address. Check the address and the method.',
  });
};

/** Every error leaves as `{error: ErrorBody}`. One that was not thrown on purpose tells its story to the log only. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const context = contextOf(req);
    const body = toBody(error, req);
    context.refusal = body.kind;
    if (body.kind === 'internal') log.error({ err: error, requestId: context.requestId }, 'request failed');
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = httpStatus[body.kind];
    if (body.kind === 'tooMany') res.setHeader('Retry-After', body.retryAfterSeconds);
    if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
    res.status(status).json({ error: body });
  };
}

function toBody(error: unknown, req: Request): ErrorBody {
  if (error instanceof RoomlightError) return error.body;
  const unreadable = unreadableRequest(error);
  if (unreadable) return unreadable;
  return {
    kind: 'internal',
    message: 'Something went wrong in the server. Try again; if it stays so, tell your administrator.',
    requestId: contextOf(req).requestId,
  };
}

/** What Express and its body parser say about a request they could not read, in our words. */
function unreadableRequest(error: unknown): ErrorBody | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  if (error.status === 413)
    return { kind: 'tooLarge', message: 'The request is too large. Send less at once.' };
  if (error.status < 400 || error.status >= 500) return null;
  const type = 'type' in error ? error.type : undefined;
  const what = type === 'entity.parse.failed' ? 'is not well-formed JSON' : 'cannot be read';
  const where = error instanceof URIError ? 'address' : 'body';
  return {
    kind: 'invalid',
    message: `The ${where} of the request ${what}. Correct it and send it again.`,
    problems: [{ where, what }],
  };
}
