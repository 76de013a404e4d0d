import compression from 'compression';
import cors from 'cors';
import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { CommandRunner } from '#server/commands/runner.ts';
import type { IdentityService } from '#server/identity/service.ts';
import type { Queries } from '#server/queries/queries.ts';
import { headers, reads } from '#shared/http.ts';
import type { Clock } from '#shared/time.ts';
import { authRoutes } from './auth-routes.ts';
import { authenticate } from './authenticate.ts';
import { commandRoutes } from './command-routes.ts';
import { answerErrors, unknownRoute } from './errors.ts';
import { healthRoutes } from './health-routes.ts';
import { jsonBody } from './json-body.ts';
import { limitPerAddress, limitPerUser, limitRefusedTokens } from './limits.ts';
import { defaultHttpOptions, type HttpOptions } from './options.ts';
import { openReadRoutes, readRoutes } from './read-routes.ts';
import { logRequests } from './request-log.ts';

export interface HttpDeps {
  readonly identity: IdentityService;
  readonly commands: CommandRunner;
  readonly queries: Queries;
  readonly log: Logger;
  readonly clock: Clock;
  readonly options?: Partial<HttpOptions>;
}

/** The HTTP side of the clinic server. Give it to `http.createServer`; it holds nothing that must be closed. */
export function createHttp(deps: HttpDeps): Express {
  const options = { ...defaultHttpOptions, ...deps.options };
  const app = express();
  app.set('trust proxy', options.trustProxy);
  // Versions are our own ETags (L5); hashing every answer for another would cost and mean nothing.
  app.set('etag', false);
  app.use(logRequests(deps.log, deps.clock));
  app.use(helmet());
  app.use(crossOrigin(options.corsOrigins));
  app.use(compression({ threshold: 4096 }));
  app.use(limitedPerAddress(deps, options));
  const whoAsks = limitRefusedTokens(options.perAddress, authenticate(deps.identity));
  app.use('/api', whoAsks, limitPerUser(options.perUser));
  app.get(reads.snapshot.path, limitPerUser(options.snapshotsPerUser));
  app.use(jsonBody(options.bodyLimitBytes));
  app.use(readRoutes(deps.queries, deps.identity), commandRoutes(deps.commands));
  app.use(unknownRoute);
  app.use(answerErrors(deps.log));
  return app;
}

/** The routes that anybody may call. The others are not even read before it is known who calls. */
function limitedPerAddress({ identity, queries, log }: HttpDeps, options: HttpOptions): Router {
  const router = Router();
  router.use('/api', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  const limit = limitPerAddress(options.perAddress);
  router.use(['/healthz', '/readyz', '/api/auth', '/api/clinic'], limit);
  router.use(healthRoutes(queries, log), openReadRoutes(queries));
  router.use('/api/auth', jsonBody(options.bodyLimitBytes));
  router.use(authRoutes(identity));
  return router;
}

function crossOrigin(origins: readonly string[]) {
  return cors({
    origin: origins.length > 0 ? [...origins] : false,
    methods: ['GET', 'POST', 'PATCH'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      headers.tenant,
      headers.key,
      headers.version,
      headers.requestId,
    ],
    exposedHeaders: ['ETag', 'Retry-After', headers.replayed, headers.requestId],
    maxAge: 600,
  });
}
