import type { Request, RequestHandler } from 'express';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RoomlightError } from '#shared/errors.ts';
import { addressOf } from './address.ts';
import type { RateLimit } from './options.ts';
import { identityOf } from './request-context.ts';

type Limiter = (key: string) => Promise<void>;

export function limitPerUser(limit: RateLimit): RequestHandler {
  return limitBy(limit, (req) => identityOf(req).userId);
}

export function limitPerAddress(limit: RateLimit): RequestHandler {
  return limitBy(limit, addressOf);
}

/**
 * Asks an address that keeps coming with tokens that are no good to wait. What comes from there with a good one passes
 * all the same: a whole clinic may share the address.
 */
export function limitRefusedTokens(limit: RateLimit, authenticate: RequestHandler): RequestHandler {
  const consume = limiterOf(limit);
  return async (req, res, next) => {
    try {
      await authenticate(req, res, next);
    } catch (refusal) {
      await consume(addressOf(req));
      throw refusal;
    }
  };
}

function limitBy(limit: RateLimit, keyOf: (req: Request) => string): RequestHandler {
  const consume = limiterOf(limit);
  return async (req, _res, next) => {
    await consume(keyOf(req));
    next();
  };
}

/** @throws `tooMany` */
function limiterOf(limit: RateLimit): Limiter {
  const limiter = new BurstyRateLimiter(
    new RateLimiterMemory({ keyPrefix: 'steady', points: limit.perSecond, duration: 1 }),
    new RateLimiterMemory({ keyPrefix: 'burst', points: limit.burst, duration: 10 }),
  );
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
    }
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
