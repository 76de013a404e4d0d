import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { morning, today } from '../cache/clinic-fixture.ts';
import { command, ended, FakePc, form, key, nothingAsked, usedPc, whole } from './session-fixture.ts';

let folder = '';
let pc: FakePc;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roomlight-session-'));
  pc = new FakePc(folder);
});
afterEach(() => rm(folder, { recursive: true }));

test('W2 another person of the same clinic gets a file of their own', async () => {
  const { session, sync } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  session.atWork.day.cache.applySnapshot(whole);
  sync().emit('signedOut', ended);
  await session.signIn({ ...form, username: 'provider' });
  expect(session.atWork.day.cache.day(today).visits).toEqual([]);
  expect(pc.cacheFiles().filter((name) => name.endsWith('.db'))).toHaveLength(2);
  await session.stop();
});

test.each([
  ['its key is lost', async () => forget('cache:')],
  ['its key is no key', async () => damage('cache:')],
  ['the file is damaged', () => writeFile(join(pc.cacheFolder, pc.cacheFiles()[0] ?? ''), 'x'.repeat(8_192))],
])('W2 a cache is emptied, to be fetched anew, when %s', async (_what, spoil) => {
  await usedPc(pc);
  await spoil();
  const { session } = pc.open();
  await session.start(nothingAsked);
  expect(session.state).toMatchObject({ phase: 'signedIn', keeping: { onDisk: true } });
  expect(session.atWork.day.cache.position().cursor).toBeNull();
  session.atWork.day.cache.applySnapshot(whole);
  await session.stop();
});

test('W2 without a keychain it works, keeps nothing on disk and says so', async () => {
  pc = new FakePc(folder, null);
  const { session } = pc.open();
  await session.start(nothingAsked);
  expect(session.state).toMatchObject({ keeping: { onDisk: false, why: 'No keychain.' } });
  expect(await session.signIn(form)).toMatchObject({ keeping: { onDisk: false, why: 'No keychain.' } });
  session.atWork.day.cache.applySnapshot(whole);
  expect(readdirSync(folder)).toEqual([]);
  expect(pc.settings).toMatchObject({ person: null, form: { address: null, username: null } });
  await session.stop();
  const next = pc.open();
  await next.session.start(nothingAsked);
  expect(next.session.state.phase).toBe('signedOut');
});

test('without a keychain unsent commands outlive an ended session, and are known to be at risk', async () => {
  pc = new FakePc(folder, null);
  const { session, sync } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  expect(session.unsafe).toBe(0);
  session.atWork.day.cache.outbox.add(key, command, morning);
  sync().emit('signedOut', ended);
  await expect.poll(() => session.state.phase).toBe('signedOut');
  await session.signIn({ ...form, username: 'provider' });
  expect(session.atWork.day.cache.outbox.count()).toBe(0);
  expect(session.unsafe).toBe(1);
  await session.signOut();
  await session.signIn(form);
  expect(session.atWork.day.cache.outbox.count()).toBe(1);
  expect(session.unsafe).toBe(1);
  await session.stop();
});

test('a keychain that refuses a key later costs the disk, not the day', async () => {
  const { session } = pc.open();
  await session.start(nothingAsked);
  if (pc.keychain) pc.keychain.set = () => Promise.reject(new Error('locked'));
  expect(await session.signIn(form)).toMatchObject({
    phase: 'signedIn',
    keeping: { onDisk: false, why: expect.stringContaining('refused to keep a key') },
  });
  expect(pc.cacheFiles()).toEqual([]);
});

function forget(prefix: string): void {
  const { entries } = pc.keychain ?? { entries: new Map<string, string>() };
  for (const account of entries.keys()) if (account.startsWith(prefix)) entries.delete(account);
}

function damage(prefix: string): void {
  const { entries } = pc.keychain ?? { entries: new Map<string, string>() };
  for (const account of entries.keys()) if (account.startsWith(prefix)) entries.set(account, 'not a key');
}
