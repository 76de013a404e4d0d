import type { Resume } from '#shared/socket.ts';
import type { Dialect } from '../clients/lean-socket.ts';
import type { Child } from '../processes/child.ts';
import type { ProbeCalls } from './probe.ts';

/** A server under measurement, up and ready. */
export interface Contender {
  readonly dialect: Dialect;
  readonly base: string;
  readonly server: Child<ProbeCalls>;
  /** What each of its sockets shows at the handshake. */
  readonly auths: readonly Record<string, unknown>[];
  /** Where its sockets go on from, as of now; null for a server without a log. */
  readonly resume: () => Promise<Resume | null>;
  /** For a booking's sender. */
  readonly headers: Readonly<Record<string, string>>;
  readonly nextBody: () => Record<string, unknown>;
}

/** The JavaScript flags of every server measured. */
export const serverFlags = ['--expose-gc', '--import', new URL('./probe.ts', import.meta.url).href];
