import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '#server/store/database.ts';
import { Listener, stageFanout } from '#server/testing/fanout-stage.ts';
import { nobody } from '#server/testing/log-writer.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import type { AudienceOf } from './audience.ts';

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await openTemporaryStore());
});
afterAll(() => remove());

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const anna = nobody();
const ben = nobody();

type Step =
  | { do: 'commit'; count: number; by: number; hint: boolean }
  | { do: 'join'; user: number; behind: number }
  | { do: 'ack' | 'poll' | 'turn' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      count: fc.integer({ min: 1, max: 7 }),
      by: fc.nat(1),
      hint: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('join' as const), user: fc.nat(1), behind: fc.nat(40) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('ack' as const, 'poll' as const, 'turn' as const) }),
  },
);

// Every third event is for its own author alone.
const narrow: AudienceOf = ({ seq, actor }) => (seq % 3 === 0 ? new Set([actor.userId]) : 'everyone');

it('F2 F3 catch-up and live are one subscriber: whatever the interleaving, each event of the audience once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const play = await stageFanout(store, { audienceOf: narrow, pageSize: 3, hints: false });
      const { tenantId, listeners, fanout, writer, timers } = play;
      const outcomes: Promise<unknown>[] = [];
      const commits: Promise<unknown>[] = [writer.append(20, tenantId, anna)];
      for (const each of steps) {
        if (each.do === 'commit') {
          const done = writer.append(each.count, tenantId, each.by === 0 ? anna : ben);
          commits.push(each.hint ? done.then(() => fanout.wake(tenantId)) : done);
        } else if (each.do === 'join') {
          const { head } = await fanout.position(tenantId);
          const user = each.user === 0 ? anna : ben;
          outcomes.push(play.follow(new Listener(user.userId, Math.max(0, head - each.behind))));
        } else if (each.do === 'ack') for (const listener of listeners) listener.ack();
        else if (each.do === 'poll') timers.tick();
        else await nextTurn();
      }
      await Promise.all(commits);
      let settled = false;
      const all = Promise.all(outcomes).then(() => {
        settled = true;
      });
      while (!settled) {
        for (const listener of listeners) listener.ack();
        await nextTurn();
      }
      await all;
      await fanout.flush();
      const { head } = await fanout.position(tenantId);
      const log = await store.read
        .selectFrom('events')
        .select(['seq', 'actor'])
        .where('tenant_id', '=', tenantId)
        .execute();
      const author = new Map(log.map(({ seq, actor }) => [seq, (JSON.parse(actor) as typeof anna).userId]));
      for (const { seqs, cursor, userId } of listeners)
        expect(seqs).toEqual(
          range(cursor + 1, head).filter((seq) => seq % 3 !== 0 || author.get(seq) === userId),
        );
    }),
    { numRuns: 60, verbose: 1 },
  );
});
