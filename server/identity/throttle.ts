import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RoomlightError } from '#shared/errors.ts';

/** Attempts in `windowSeconds`: by one user from one address, by one user from anywhere, by anyone from one address. */
export interface SignInLimits {
  readonly userAtAddress: number;
  readonly user: number;
  readonly address: number;
  readonly windowSeconds: number;
}

// The user's own limit is wide, so that a stranger's wrong guesses elsewhere do not lock the receptionist out.
export const defaultSignInLimits: SignInLimits = {
  userAtAddress: 10,
  user: 50,
  address: 100,
  windowSeconds: 15 * 60,
};

interface Attempt {
  readonly tenantId: string;
  readonly username: string;
  readonly address: string;
}

interface Limit {
  readonly limiter: RateLimiterMemory;
  readonly keyOf: (attempt: Attempt) => string;
}

/** Slows guessing. An attempt counts before its password is checked, so that guesses sent at once count as well. */
export class SignInThrottle {
  // Narrowest first: an attempt it refuses counts against no one else.
  readonly #limits: readonly [Limit, Limit, Limit];

  constructor(limits: SignInLimits) {
    const limit = (keyPrefix: string, points: number, keyOf: (attempt: Attempt) => string) => ({
      limiter: new RateLimiterMemory({ keyPrefix, points, duration: limits.windowSeconds }),
      keyOf,
    });
    this.#limits = [
      limit('both', limits.userAtAddress, (a) => `${a.tenantId}/${a.username}/${a.address}`),
      limit('user', limits.user, (a) => `${a.tenantId}/${a.username}`),
      limit('address', limits.address, (a) => a.address),
    ];
  }

  /** @throws `tooMany` */
  async attempt(attempt: Attempt): Promise<void> {
    await this.#refuseSpentAddress(attempt);
    for (const { limiter, keyOf } of this.#limits) {
      try {
        await limiter.consume(keyOf(attempt));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw tooManyAttempts(refusal);
      }
    }
  }

  // Looked at first: else an address that has had its attempts would go on using up those of others, and memory.
  async #refuseSpentAddress(attempt: Attempt): Promise<void> {
    const { limiter, keyOf } = this.#limits[2];
    const spent = await limiter.get(keyOf(attempt));
    if (spent && spent.remainingPoints <= 0) throw tooManyAttempts(spent);
  }

  /** A right password takes back what its attempt counted, and forgets this user's wrong ones. */
  async succeeded(attempt: Attempt): Promise<void> {
    const [both, user, address] = this.#limits;
    await both.limiter.delete(both.keyOf(attempt));
    await user.limiter.delete(user.keyOf(attempt));
    await address.limiter.reward(address.keyOf(attempt));
  }
}

function tooManyAttempts({ msBeforeNext }: RateLimiterRes): RoomlightError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const wait =
    retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  return new RoomlightError({
    kind: 'tooMany',
    message: `Too many sign-in attempts. Wait ${wait}, then try again.`,
    retryAfterSeconds,
  });
}
