import { EventEmitter } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionState } from '#desktop/bridge/views.ts';
import { Command } from '#shared/commands.ts';
import { ErrorBody } from '#shared/errors.ts';
import type { SignedIn } from '#shared/http.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import { Member } from '#shared/people.ts';
import { appointment, patient, snapshot, user } from '../cache/clinic-fixture.ts';
import type { Log } from '../log.ts';
import type { Connection, Sync, SyncEvents, SyncOptions } from '../sync/session-shape.ts';
import { openDay } from './open-day.ts';
import { Remembered, type Secrets, type Settings } from './remembered.ts';
import { Session } from './session.ts';

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {}, fatal: () => {} };
export const address = 'http://clinic.example:4000';
export const form = { address, username: 'front', password: 'p' };
export const nothingAsked = { address: null, username: null };
export const key = IdempotencyKey.parse('intent-0001');
export const command = Command.parse({
  type: 'appointment.confirm',
  id: appointment(1, 0).id,
  ifMatch: 1,
  body: {},
});
export const ended = ErrorBody.parse({
  kind: 'sessionEnded',
  message: 'Your sign-in has ended. Sign in again.',
});
export const whole = snapshot({ appointments: [appointment(1, 0)], patients: [patient(1)] });

/** The network's side, as far as the session sees it: told what to do by the test. */
class FakeSync extends EventEmitter<SyncEvents> implements Sync {
  readonly options: SyncOptions;
  readonly did: string[] = [];

  constructor(options: SyncOptions) {
    super();
    this.options = options;
  }

  get connection(): Connection {
    const waiting = this.options.cache.outbox.count();
    return {
      phase: 'reconnecting',
      asOf: this.options.cache.position().asOf,
      nextTryAt: null,
      error: null,
      waiting,
    };
  }

  start = () => void this.did.push('start');
  retryNow = () => void this.did.push('retryNow');
  stop = async () => void this.did.push('stop');
  signOut = async () => {
    this.did.push('signOut');
    return true;
  };
  submit = () => Promise.reject(new Error('no test submits'));
  history = () => Promise.reject(new Error('no test asks'));
  olderDay = () => Promise.reject(new Error('no test asks'));
}

export class FakeKeychain implements Secrets {
  readonly entries = new Map<string, string>();
  get = async (account: string) => this.entries.get(account) ?? null;
  set = async (account: string, secret: string) => void this.entries.set(account, secret);
  delete = async (account: string) => void this.entries.delete(account);
}

/** What outlives a process on one PC: its settings, its keychain, its folder. */
export class FakePc {
  readonly folder: string;
  readonly keychain: FakeKeychain | null;
  settings: Settings | null = null;

  constructor(folder: string, keychain: FakeKeychain | null = new FakeKeychain()) {
    this.folder = folder;
    this.keychain = keychain;
  }

  get cacheFolder(): string {
    return join(this.folder, 'cache');
  }

  cacheFiles(): string[] {
    return existsSync(this.cacheFolder) ? readdirSync(this.cacheFolder) : [];
  }

  /** A start of the app on this PC; `states` are what its windows are told, in order. */
  open() {
    const states: SessionState[] = [];
    const pushes: string[] = [];
    const syncs: FakeSync[] = [];
    const file = {
      read: () => this.settings,
      write: async (settings: Settings) => {
        this.settings = settings;
      },
    };
    const remembered = new Remembered(file, this.keychain, quiet);
    const why = this.keychain ? null : 'No keychain.';
    const place = {
      folder: this.cacheFolder,
      workstation: remembered.workstation,
      secrets: this.keychain,
      why,
      nativeBinding: undefined,
      log: quiet,
    };
    const keeping = { onDisk: this.keychain !== null, why };
    const session = new Session({
      pc: Promise.resolve({ remembered, keeping, openDay: (owner) => openDay(owner, place) }),
      signIn: async ({ username }) => answerFor(username),
      newSync: (options) => {
        const sync = new FakeSync(options);
        syncs.push(sync);
        return sync;
      },
      tell: (name, payload) => {
        pushes.push(name);
        if (name === 'sessionChanged') states.push(payload as SessionState);
      },
      log: quiet,
    });
    const sync = () => {
      const last = syncs.at(-1);
      if (!last) throw new Error('nothing has begun to sync');
      return last;
    };
    return { session, states, pushes, syncs, sync };
  }
}

function answerFor(username: string): SignedIn & { base: string } {
  const { clinic } = snapshot();
  const id = username === 'front' ? user : crypto.randomUUID();
  const member = Member.parse({ id, username, displayName: username, role: 'frontDesk', providerId: null });
  return {
    base: address,
    clinic,
    member,
    accessToken: 'access',
    expiresInSeconds: 900,
    refreshToken: `first-${username}`,
  };
}

/** Signs in, fills the cache, closes the app: a PC as it is the next morning. */
export async function usedPc(pc: FakePc): Promise<void> {
  const { session } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  session.atWork.day.cache.applySnapshot(whole);
  await session.stop();
}
