import type { Request, RequestHandler } from 'express';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RoomlightError } from '#shared/errors.ts';
import type { RateLimit } from './options.ts';
import { identityOf } from './request-context.ts';

export function limitPerUser(limit: RateLimit): RequestHandler {
  return limitBy(limit, (req) => identityOf(req).userId);
}

export function limitPerAddress(limit: RateLimit): RequestHandler {
  return limitBy(limit, addressOf);
}

export function addressOf(req: Request): string {
  return req.ip ?? 'unknown';
}

function limitBy(limit: RateLimit, keyOf: (req: Request) => string): RequestHandler {
  const limiter = new BurstyRateLimiter(
    new RateLimiterMemory({ keyPrefix: 'steady', points: limit.perSecond, duration: 1 }),
    new RateLimiterMemory({ keyPrefix: 'burst', points: limit.burst, duration: 10 }),
  );
  return async (req, _res, next) => {
    try {
      await limiter.consume(keyOf(req));
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
    }
    next();
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): RoomlightError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new RoomlightError({
    kind: 'tooMany',
    message: 'Too many requests at once. Wait a moment, then try again.',
    retryAfterSeconds,
  });
}
