import type { Snapshot } from '#shared/http.ts';
import type { Cache } from './cache.ts';
import { snapshot } from './clinic-fixture.ts';
import { openCache } from './open.ts';

export function cacheInMemory(): Cache {
  const opened = openCache({ file: null });
  if (opened.state === 'open') return opened.cache;
  throw new TypeError('A cache in memory has no file that could be unreadable.');
}

/** One that holds the fixture's clinic. */
export function filledCache(more: Partial<Snapshot> = {}): Cache {
  const cache = cacheInMemory();
  cache.applySnapshot(snapshot(more));
  return cache;
}
