import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '#server/store/database.ts';
import { readEvents } from '#server/store/log.ts';
import { Api } from '#server/testing/api.ts';
import { ServerProcess } from '#server/testing/server-process.ts';
import { makeClinicFolder } from '#server/testing/temporary-folder.ts';
import { testPassword, testTenant } from '#server/testing/test-clinic.ts';
import type { PatientAnswer } from '#shared/commands.ts';
import type { SignedIn } from '#shared/http.ts';

let folder: string;
let remove: () => Promise<void>;
let server: ServerProcess;
const start = async () => {
  server = await ServerProcess.start({
    ROOMLIGHT_DATA: folder,
    ROOMLIGHT_RATE_PER_USER: '100000',
    LOG_LEVEL: 'error',
  });
};

beforeEach(async () => {
  ({ folder, remove } = await makeClinicFolder());
  await start();
});
afterEach(async () => {
  await server.kill();
  await remove();
});

async function signIn(): Promise<string> {
  const body = { tenantId: testTenant, username: 'front', password: testPassword };
  return (await new Api(server.url, null).call<SignedIn>('POST', '/api/auth/login', { body })).body
    .accessToken;
}

const senders = 8;

/** Sends commands from several desks at once until the server is gone; answers what it had acknowledged by then. */
async function sendUntilGone(
  api: Api,
  round: number,
  acknowledged: Map<string, PatientAnswer>,
  afterAck: () => void,
): Promise<string[]> {
  const unanswered: string[] = [];
  const desk = async (sender: number) => {
    for (let i = 0; ; i += 1) {
      const key = `round-${round}-desk-${sender}-${i}`;
      try {
        const { status, body } = await send(api, key);
        expect(status).toBe(201);
        acknowledged.set(key, body);
        afterAck();
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        unanswered.push(key);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => desk(sender)));
  return unanswered;
}

const send = (api: Api, key: string) =>
  api.send('patient.create', { givenName: key, familyName: 'Survivor', birthDate: '1980-01-01' }, { key });

// Five kills after a random number of answers, with eight commands under way; fast-check prints the seed of a failing run.
it('L2 L4 L6 what was acknowledged survives kill -9 at any moment, once, and the log has no gap', async () => {
  const acknowledged = new Map<string, PatientAnswer>();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (killAfter) => {
      round += 1;
      const token = await signIn();
      const reached = acknowledged.size + killAfter;
      let kill: () => void = () => undefined;
      const due = new Promise<void>((resolve) => (kill = resolve));
      const sending = sendUntilGone(new Api(server.url, token), round, acknowledged, () => {
        if (acknowledged.size === reached) kill();
      });
      await due;
      await server.kill();
      const unanswered = await sending;
      await start();
      // A desk repeats what it got no answer to under the same key: done now, or found done before.
      const api = new Api(server.url, await signIn());
      for (const key of unanswered) {
        const { status, body } = await send(api, key);
        expect(status).toBe(201);
        acknowledged.set(key, body);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
  await server.kill();
  const store = await openStore(join(folder, 'roomlight.db'));
  const events = await readEvents(store.read, testTenant, 0, 1_000_000);
  const patients = await store.read.selectFrom('patients').select(['id', 'given_name']).execute();
  await store.close();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  expect(events).toHaveLength(acknowledged.size);
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  for (const { seq, patient } of acknowledged.values()) expect(bySeq.get(seq)?.data).toEqual({ patient });
  expect(patients.map(({ given_name }) => given_name).sort()).toEqual([...acknowledged.keys()].sort());
}, 60_000);
