import type { Request } from 'express';
import type { Identity } from '#server/identity/identity.ts';
import type { ErrorKind } from '#shared/errors.ts';

interface RequestContext {
  requestId: string;
  identity?: Identity;
  /** How the request was refused, for its line in the log. */
  refusal?: ErrorKind;
}

const contexts = new WeakMap<Request, RequestContext>();

export function openContext(req: Request, requestId: string): RequestContext {
  const context = { requestId };
  contexts.set(req, context);
  return context;
}

export function contextOf(req: Request): RequestContext {
  const context = contexts.get(req);
  if (!context) throw new Error('The request passed no request log: it must come first in app.ts.');
  return context;
}

/** Only behind `authenticate`. */
export function identityOf(req: Request): Identity {
  const { identity } = contextOf(req);
  if (!identity) throw new Error('The route is not behind authenticate: see app.ts.');
  return identity;
}
