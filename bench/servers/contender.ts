import type { Resume } from '#shared/socket.ts';
import type { Dialect } from '../clients/lean-socket.ts';
import type { Bookings } from '../clients/publish.ts';
import type { Child } from '../processes/child.ts';
import type { ProbeCalls } from './probe.ts';

/** A server under measurement, up and ready. */
export interface Contender extends Bookings {
  readonly dialect: Dialect;
  readonly server: Child<ProbeCalls>;
  /** What each of its sockets shows at the handshake. */
  readonly auths: readonly Record<string, unknown>[];
  /** Where its sockets go on from, as of now; null for a server without a log. */
  readonly resume: () => Promise<Resume | null>;
}

/** The JavaScript flags of every server measured. */
export const serverFlags = ['--expose-gc', '--import', new URL('./probe.ts', import.meta.url).href];
