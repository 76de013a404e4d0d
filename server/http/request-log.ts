import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { headers } from '#shared/http.ts';
import type { Clock } from '#shared/time.ts';
import { openContext } from './request-context.ts';

const saneId = /^[A-Za-z0-9._-]{8,64}$/u;

/**
 * Gives each request an id, the caller's when it is sane, and writes one line when it ends. The line names the route,
 * never the address asked for: a search is patient detail (W6).
 */
export function logRequests(log: Logger, clock: Clock): RequestHandler {
  return (req, res, next) => {
    const given = req.get(headers.requestId);
    const context = openContext(req, given && saneId.test(given) ? given : uuid());
    res.setHeader(headers.requestId, context.requestId);
    const started = clock();
    res.once('close', () => {
      log.info(
        {
          requestId: context.requestId,
          method: req.method,
          route: routeOf(req),
          status: res.statusCode,
          ms: clock() - started,
          tenant: context.identity?.tenantId,
          user: context.identity?.userId,
          refusal: context.refusal,
          aborted: res.writableFinished ? undefined : true,
        },
        'request',
      );
    });
    next();
  };
}

function routeOf(req: Request): string {
  const route: unknown = req.route?.path;
  return typeof route === 'string' ? route : 'none';
}
