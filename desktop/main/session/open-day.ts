import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Keeping } from '#desktop/bridge/views.ts';
import { RoomlightError } from '#shared/errors.ts';
import type { WorkstationId } from '#shared/ids.ts';
import type { Cache } from '../cache/cache.ts';
import { deleteCache, openCache } from '../cache/open.ts';
import { describe, type Log } from '../log.ts';
import type { Owner } from './person.ts';
import type { Secrets } from './remembered.ts';

export interface OpenDay {
  readonly cache: Cache;
  readonly keeping: Keeping;
  /** Closes the cache; what is on disk stays, for the same owner. */
  close(): void;
  /** Closes the cache and removes it with its key. */
  forget(): Promise<void>;
}

export interface DayPlace {
  readonly folder: string;
  readonly workstation: WorkstationId;
  /** Null: nothing is kept on disk, for the reason in `why`. */
  readonly secrets: Secrets | null;
  readonly why: string | null;
  readonly nativeBinding: string | undefined;
  readonly log: Log;
}

const keychainFailed =
  'The keychain of this PC refused to keep a key. Nothing is kept on this PC until Roomlight is opened again.';

/**
 * Opens the owner's encrypted cache. A lost key or a damaged file means an empty one, filled again from the
 * server, never another key (W2). Where none can be kept on disk it is in memory, and `keeping` says why.
 * @throws RoomlightError `cacheUnusable` when not even that is possible
 */
export async function openDay(owner: Owner, place: DayPlace): Promise<OpenDay> {
  if (!place.secrets) return inMemory(place, place.why);
  const name = createHash('sha256')
    .update(`${owner.base}\n${owner.tenantId}\n${owner.userId}`)
    .digest('hex')
    .slice(0, 32);
  const account = `cache:${place.workstation}:${name}`;
  const file = join(place.folder, `${name}.db`);
  const key = await keyFor(account, file, place.secrets, place.log);
  if (!key) return inMemory(place, keychainFailed);
  try {
    return onDisk(file, account, key, place.secrets, place);
  } catch (error) {
    if (!(error instanceof RoomlightError)) throw error;
    place.log.error({ err: describe(error) }, 'the cache cannot be kept on disk');
    return inMemory(place, error.body.message);
  }
}

function onDisk(file: string, account: string, key: string, secrets: Secrets, place: DayPlace): OpenDay {
  const { nativeBinding, log } = place;
  let opened = openCache({ file, key, nativeBinding });
  if (opened.state === 'unreadable') {
    log.warn({}, 'the cache was unreadable and is fetched anew');
    deleteCache(file);
    opened = openCache({ file, key, nativeBinding });
  }
  if (opened.state === 'unreadable') throw unusable();
  const { cache } = opened;
  const forget = async () => {
    cache.close();
    deleteCache(file);
    await secrets.delete(account);
  };
  return { cache, keeping: { onDisk: true, why: null }, close: () => cache.close(), forget };
}

function inMemory({ nativeBinding }: DayPlace, why: string | null): OpenDay {
  const opened = openCache({ file: null, nativeBinding });
  if (opened.state === 'unreadable') throw unusable();
  const { cache } = opened;
  return {
    cache,
    keeping: { onDisk: false, why },
    close: () => cache.close(),
    forget: async () => cache.close(),
  };
}

/** The owner's key, or a new one where there is none: what an earlier key locked is then removed. */
async function keyFor(account: string, file: string, secrets: Secrets, log: Log): Promise<string | null> {
  try {
    const known = await secrets.get(account);
    if (known && /^[0-9a-f]{64}$/.test(known)) return known;
    deleteCache(file);
    const made = randomBytes(32).toString('hex');
    await secrets.set(account, made);
    return made;
  } catch (error) {
    log.warn({ err: describe(error) }, 'the keychain gave no key for the cache');
    return null;
  }
}

function unusable(): RoomlightError {
  return new RoomlightError({
    kind: 'cacheUnusable',
    message: 'Roomlight cannot keep the day on this PC. Start it again; if that does not help, ask your IT.',
  });
}
