import type { Cache } from '#desktop/main/cache/cache.ts';
import { contentsOf } from '#desktop/main/cache/contents.ts';
import { openCache } from '#desktop/main/cache/open.ts';
import type { CacheContents } from '#desktop/main/cache/shapes.ts';
import { ServerHttp } from '#desktop/main/sync/http.ts';
import { SyncSession } from '#desktop/main/sync/session.ts';
import { signIn } from '#desktop/main/sync/sign-in.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import { reads, type SignedIn } from '#shared/http.ts';
import { IdempotencyKey, WorkstationId } from '#shared/ids.ts';
import { demoPassword } from '../kit/api.ts';
import { until } from '../kit/wait.ts';

let keys = 0;
export const newKey = () => IdempotencyKey.parse(`e2e-key-${process.pid}-${++keys}`);

/** A workstation without its screen: the real sync/ and cache/ of one demo user. */
export class Core {
  readonly session: SyncSession;
  readonly cache: Cache;
  readonly signedIn: SignedIn & { base: string };
  readonly events: ClinicEvent[] = [];
  readonly settled: { key: IdempotencyKey; error: ErrorBody | null }[] = [];
  refreshToken: string;

  private constructor(cache: Cache, signedIn: SignedIn & { base: string }, name: string) {
    this.cache = cache;
    this.signedIn = signedIn;
    this.refreshToken = signedIn.refreshToken;
    this.session = new SyncSession({
      base: signedIn.base,
      cache,
      workstation: WorkstationId.parse(name),
      refreshToken: signedIn.refreshToken,
      access: { token: signedIn.accessToken, expiresInSeconds: signedIn.expiresInSeconds },
      keep: (token) => {
        this.refreshToken = token;
      },
    });
    this.session.on('events', ({ events }) => this.events.push(...events));
    this.session.on('settled', (outcome) => this.settled.push(outcome));
  }

  /** @param kept an opened cache to go on with; without it one in memory */
  static async start(port: number, username: string, kept?: Cache): Promise<Core> {
    const opened = openCache({ file: null });
    if (opened.state !== 'open') throw new Error('A cache in memory always opens.');
    const name = `core-${username}`;
    const address = `http://127.0.0.1:${port}/tenant-demo`;
    const credentials = { address, username, password: demoPassword, workstation: WorkstationId.parse(name) };
    const core = new Core(kept ?? opened.cache, await signIn(credentials), name);
    core.session.start();
    await core.live();
    return core;
  }

  live(): Promise<true> {
    return until('the workstation to be connected', () => this.session.connection.phase === 'connected');
  }

  /** The server's own state from the same day on, once this cache has caught up with it (F6). */
  async fresh(): Promise<{ mine: CacheContents; theirs: CacheContents }> {
    const { path, answer } = reads.snapshot;
    const from = this.cache.contents().from ?? '';
    const http = new ServerHttp(this.signedIn.base);
    const headers = { Authorization: `Bearer ${this.signedIn.accessToken}` };
    const snapshot = await http.send({ method: 'GET', path: `${path}?from=${from}`, answer, headers });
    await until('the cache to catch up', () => this.cache.position().cursor === snapshot.seq);
    return { mine: this.cache.contents(), theirs: contentsOf(snapshot) };
  }

  async stop(): Promise<void> {
    await this.session.stop();
    this.cache.close();
  }
}
