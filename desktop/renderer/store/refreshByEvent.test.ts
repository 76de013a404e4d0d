import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { changeOf } from './event.fixture.ts';
import { FakeBridge } from './fakeBridge.fixture.ts';
import { newQueryClient } from './newQueryClient.ts';
import { refreshByEvent, refreshedBy } from './refreshByEvent.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A query on screen that counts how often it is read; `hold` keeps the reads under way until released. */
function counted(key: string, refreshOn: readonly string[]) {
  const bridge = new FakeBridge();
  const queries = newQueryClient();
  const stop = refreshByEvent(bridge, queries);
  const reads: PromiseWithResolvers<number>[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: [key],
    queryFn: () => {
      const read = Promise.withResolvers<number>();
      reads.push(read);
      return read.promise;
    },
    meta: { refreshOn },
  });
  const leave = observer.subscribe(() => {});
  const release = async () => {
    reads.at(-1)?.resolve(reads.length);
    await settled();
  };
  return { bridge, queries, reads, observer, release, stop, leave };
}

it('reads again what is on screen when a push makes it old, and nothing else', async () => {
  const { bridge, reads, release } = counted('day.read', refreshedBy['day.read']);
  await release();
  bridge.push('connectionChanged', {
    phase: 'connected',
    asOf: null,
    nextTryAt: null,
    error: null,
    waiting: 0,
  });
  await settled();
  expect(reads).toHaveLength(1);
  bridge.push('eventsApplied', { events: [changeOf(1)], live: true });
  await settled();
  expect(reads).toHaveLength(2);
});

it('costs two rounds of reads for a burst, however long', async () => {
  const { bridge, reads, observer, release } = counted('day.read', refreshedBy['day.read']);
  await release();
  for (let n = 1; n <= 50; n += 1) {
    bridge.push('eventsApplied', { events: [changeOf(n)], live: true });
    await settled();
  }
  expect(reads).toHaveLength(2);
  await release();
  expect(reads).toHaveLength(3);
  await release();
  expect(reads).toHaveLength(3);
  expect(observer.getCurrentResult().data).toBe(3);
});

it('marks what is off screen old, to be read when next shown', async () => {
  const { bridge, queries, reads, release, leave } = counted('day.read', refreshedBy['day.read']);
  await release();
  leave();
  bridge.push('cacheReplaced', null);
  await settled();
  expect(reads).toHaveLength(1);
  expect(queries.getQueryState(['day.read'])?.isInvalidated).toBe(true);
});

it('listens no more once stopped', () => {
  const { bridge, stop } = counted('day.read', refreshedBy['day.read']);
  stop();
  expect(bridge.listening).toBe(0);
});
