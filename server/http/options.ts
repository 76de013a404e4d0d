/** Requests a second, and how many more within ten seconds. */
export interface RateLimit {
  readonly perSecond: number;
  readonly burst: number;
}

export interface HttpOptions {
  /** Web addresses that may call from a browser; none: no page of another origin may. */
  readonly corsOrigins: readonly string[];
  /** Express' `trust proxy`: which proxies in front may say where a request came from. */
  readonly trustProxy: boolean | number | string;
  readonly bodyLimitBytes: number;
  readonly perUser: RateLimit;
  /** Of these, snapshots: by far the largest answer. A workstation asks for one only where it cannot resume. */
  readonly snapshotsPerUser: RateLimit;
  /** For requests of nobody in particular: sign-in, refresh, finding the clinic, health; and for tokens that are no good. */
  readonly perAddress: RateLimit;
}

// A desk at its busiest sends a few requests a second. A whole clinic behind one address comes back at once after
// a restart, so that limit is wide.
export const defaultHttpOptions: HttpOptions = {
  corsOrigins: [],
  trustProxy: false,
  bodyLimitBytes: 64 * 1024,
  perUser: { perSecond: 50, burst: 200 },
  snapshotsPerUser: { perSecond: 10, burst: 40 },
  perAddress: { perSecond: 200, burst: 2000 },
};
