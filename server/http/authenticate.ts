import type { Request, RequestHandler } from 'express';
import type { IdentityService } from '#server/identity/service.ts';
import { RoomlightError } from '#shared/errors.ts';
import { headers } from '#shared/http.ts';
import { contextOf } from './request-context.ts';

/** Finds out who is asking. The clinic comes from the token; a header that names another is refused. */
export function authenticate(service: IdentityService): RequestHandler {
  return async (req, _res, next) => {
    const identity = await service.authenticate(bearerOf(req));
    const tenant = req.get(headers.tenant);
    if (tenant !== undefined && tenant !== identity.tenantId) throw wrongTenant();
    contextOf(req).identity = identity;
    next();
  };
}

/** @throws `unauthenticated` when the request carries no token */
export function bearerOf(req: Request): string {
  const [, token] = /^Bearer +([\x21-\x7e]{1,4096})$/iu.exec(req.get('Authorization') ?? '') ?? [];
  if (token !== undefined) return token;
  throw new RoomlightError({
    kind: 'unauthenticated',
    message: 'This needs a sign-in. Sign in and send the access token as Authorization: Bearer.',
  });
}

function wrongTenant(): RoomlightError {
  return new RoomlightError({
    kind: 'wrongTenant',
    message: 'You are signed in to another clinic than the one asked for. Sign in to that clinic first.',
  });
}
