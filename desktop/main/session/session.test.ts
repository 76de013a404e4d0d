import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { morning, snapshot, today } from '../cache/clinic-fixture.ts';
import {
  address,
  command,
  ended,
  FakePc,
  form,
  key,
  nothingAsked,
  usedPc,
  whole,
} from './session-fixture.ts';

let folder = '';
let pc: FakePc;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roomlight-session-'));
  pc = new FakePc(folder);
});
afterEach(() => rm(folder, { recursive: true }));

test('the first start shows an empty form, or what the command line said', async () => {
  const first = pc.open();
  expect(first.session.state).toEqual({ phase: 'starting' });
  await first.session.start(nothingAsked);
  expect(first.session.state).toMatchObject({
    phase: 'signedOut',
    address: null,
    username: null,
    error: null,
  });
  const second = pc.open();
  await second.session.start({ address: 'localhost:4000', username: 'front' });
  expect(second.session.state).toMatchObject({ address: 'localhost:4000', username: 'front' });
});

test('signing in starts the sync with both tokens and tells every window', async () => {
  const { session, states, sync, pushes } = pc.open();
  await session.start(nothingAsked);
  const state = await session.signIn(form);
  expect(state).toMatchObject({ phase: 'signedIn', address, keeping: { onDisk: true, why: null } });
  expect(states.map(({ phase }) => phase)).toEqual(['signedOut', 'signedIn']);
  expect(pushes).toContain('connectionChanged');
  expect(sync().did).toEqual(['start']);
  expect(sync().options).toMatchObject({ refreshToken: 'first-front', access: { token: 'access' } });
});

test('a sign-in made before the start is over waits for it', async () => {
  const { session, states } = pc.open();
  const started = session.start(nothingAsked);
  await session.signIn(form);
  await started;
  expect(states.map(({ phase }) => phase)).toEqual(['signedOut', 'signedIn']);
});

test('a second sign-in is refused while someone is at work', async () => {
  const { session, syncs } = pc.open();
  await session.start(nothingAsked);
  const both = await Promise.allSettled([session.signIn(form), session.signIn(form)]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(syncs).toHaveLength(1);
});

test('W3 the next start shows the kept day before the server has said a word', async () => {
  await usedPc(pc);
  const { session, sync } = pc.open();
  await session.start(nothingAsked);
  expect(session.state).toMatchObject({ phase: 'signedIn', address });
  expect(session.atWork.day.cache.day(today)).toMatchObject({ kept: true, asOf: morning });
  expect(session.atWork.day.cache.day(today).visits).toHaveLength(1);
  expect(sync().options.access).toBeUndefined();
  expect(sync().options.refreshToken).toBe('first-front');
  await session.stop();
});

test('the next start goes on with the newest refresh token', async () => {
  const first = pc.open();
  await first.session.start(nothingAsked);
  await first.session.signIn(form);
  await first.sync().options.keep('second');
  await first.session.stop();
  const next = pc.open();
  await next.session.start(nothingAsked);
  expect(next.sync().options.refreshToken).toBe('second');
  await next.session.stop();
});

test('another clinic on the command line brings the form, the same one does not', async () => {
  await usedPc(pc);
  const same = pc.open();
  await same.session.start({ address: 'http://clinic.example:4000/tenant-test', username: null });
  expect(same.session.state.phase).toBe('signedIn');
  await same.session.stop();
  const other = pc.open();
  await other.session.start({ address: 'http://elsewhere:4000', username: null });
  expect(other.session.state).toMatchObject({ phase: 'signedOut', address: 'http://elsewhere:4000' });
});

test('signing out forgets the session on the server, in the keychain and on disk', async () => {
  const { session, sync } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  session.atWork.day.cache.applySnapshot(whole);
  expect(pc.cacheFiles()).not.toEqual([]);
  expect(await session.signOut()).toMatchObject({ phase: 'signedOut', address, username: null, error: null });
  expect(sync().did).toEqual(['start', 'signOut']);
  expect(pc.keychain?.entries.size).toBe(0);
  expect(pc.cacheFiles()).toEqual([]);
  const next = pc.open();
  await next.session.start(nothingAsked);
  expect(next.session.state.phase).toBe('signedOut');
});

test('a refresh that ends after the sign-out does not bring the session back', async () => {
  const { session, sync } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  await session.signOut();
  await sync().options.keep('late');
  expect(pc.keychain?.entries.size).toBe(0);
});

test('signing out is refused while a command waits, and nothing is lost', async () => {
  const { session, sync } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  session.atWork.day.cache.outbox.add(key, command, morning);
  await expect(session.signOut()).rejects.toThrow('One change has not reached the clinic yet.');
  expect(session.state.phase).toBe('signedIn');
  expect(sync().did).toEqual(['start']);
  expect(session.atWork.day.cache.outbox.count()).toBe(1);
});

test('signing out is refused while a refusal waits to be seen', async () => {
  const { session } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  const { outbox } = session.atWork.day.cache;
  outbox.add(key, command, morning);
  outbox.settle(key, { done: false, error: ended, told: false });
  await expect(session.signOut()).rejects.toThrow('One change was refused');
  outbox.dismiss(key);
  expect(await session.signOut()).toMatchObject({ phase: 'signedOut' });
});

test('a session ended by the server says why and keeps the day, locked, for the same person', async () => {
  const first = pc.open();
  await first.session.start(nothingAsked);
  await first.session.signIn(form);
  first.session.atWork.day.cache.applySnapshot(whole);
  first.session.atWork.day.cache.outbox.add(key, command, morning);
  first.sync().emit('signedOut', ended);
  await expect
    .poll(() => first.session.state)
    .toMatchObject({ phase: 'signedOut', username: 'front', error: ended });
  expect(() => first.session.atWork).toThrow('Nobody is signed in');
  await first.session.signIn(form);
  expect(first.session.atWork.day.cache.outbox.count()).toBe(1);
  expect(first.session.atWork.day.cache.day(today).visits).toHaveLength(1);
  await first.session.stop();
});

test('a changed clinic or name in a snapshot reaches the windows and the next start', async () => {
  const { session, sync, states } = pc.open();
  await session.start(nothingAsked);
  await session.signIn(form);
  const { cache } = session.atWork.day;
  cache.applySnapshot(snapshot({ clinic: { ...whole.clinic, name: 'New name' } }));
  sync().emit('replaced');
  expect(states.at(-1)).toMatchObject({ clinic: { name: 'New name' } });
  const told = states.length;
  sync().emit('replaced');
  expect(states).toHaveLength(told);
  await session.stop();
  expect(pc.settings?.person?.clinic.name).toBe('New name');
});
