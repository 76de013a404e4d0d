import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Cache } from '#desktop/main/cache/cache.ts';
import { openCache } from '#desktop/main/cache/open.ts';
import { ServerHttp } from '#desktop/main/sync/http.ts';
import { logOut } from '#desktop/main/sync/sign-in.ts';
import type { Command } from '#shared/commands.ts';
import type { Appointment } from '#shared/schedule.ts';
import { Api } from '../kit/api.ts';
import { ClinicServer } from '../kit/server.ts';
import { until } from '../kit/wait.ts';
import { type Link, startLink } from '../link.ts';
import { Core, newKey } from './core.ts';

let server: ClinicServer;
let api: Api;
let link: Link;
const cores: Core[] = [];
const folder = mkdtempSync(join(tmpdir(), 'roomlight-sync-'));

beforeAll(async () => {
  server = await ClinicServer.start();
  api = await Api.signIn(server.url, 'admin');
  link = await startLink(server.port);
});
afterEach(async () => {
  link.restore();
  for (const core of cores.splice(0)) await core.stop();
});
afterAll(async () => {
  await link.stop();
  await server.remove();
  rmSync(folder, { recursive: true });
});

async function start(port: number, username = 'front', cache?: Cache): Promise<Core> {
  const core = await Core.start(port, username, cache);
  cores.push(core);
  return core;
}

/** Visits still to come which may be confirmed, so each test has its own. */
function bookedVisits(core: Core): Appointment[] {
  return core.cache.contents().appointments.filter(({ status }) => status === 'booked');
}

function visit(core: Core, n: number): Appointment {
  const found = bookedVisits(core)[n];
  if (!found) throw new Error('The demo clinic has too few booked visits.');
  return found;
}

const confirm = ({ id, version }: Appointment): Command => ({
  type: 'appointment.confirm',
  id,
  ifMatch: version,
  body: {},
});
const change = ({ id, version }: Appointment, note: string): Command => ({
  type: 'appointment.change',
  id,
  ifMatch: version,
  body: { reason: 'Follow-up', note },
});

it('F6 a change made at one workstation reaches the other, and both equal a fresh read', async () => {
  const [one, other] = [await start(server.port), await start(link.port, 'assistant')];
  const booked = visit(one, 0);
  const outcome = await one.session.submit(newKey(), confirm(booked), { waitMs: 5_000 });
  expect(outcome).toMatchObject({ state: 'done', answer: { appointment: { status: 'confirmed' } } });
  await until('the other to hear of it', () =>
    other.events.some(({ type }) => type === 'appointment.confirmed'),
  );
  for (const core of [one, other]) {
    const { mine, theirs } = await core.fresh();
    expect(mine).toEqual(theirs);
  }
  expect((await other.session.history(booked.id)).at(-1)).toMatchObject({ type: 'appointment.confirmed' });
});

it('L4 a command whose answer was lost is sent again and takes effect once', async () => {
  const core = await start(link.port);
  const booked = visit(core, 1);
  link.loseAnswers();
  const outcome = core.session.submit(newKey(), confirm(booked), { waitMs: 0 });
  expect(await outcome).toEqual({ state: 'waiting' });
  await until(
    'the server to have acted',
    async () => (await api.appointment(booked.id)).status === 'confirmed',
  );
  link.cut();
  link.restore();
  await until('the outcome', () => core.settled.length === 1);
  expect(core.settled[0]?.error).toBeNull();
  expect((await api.appointment(booked.id)).version).toBe(booked.version + 1);
  await core.live();
  const { mine, theirs } = await core.fresh();
  expect(mine).toEqual(theirs);
});

it('L4 changes made while the network is away survive a restart of the app and go up in order', async () => {
  const options = { file: join(folder, 'front.db'), key: 'a1'.repeat(32) };
  const open = () => {
    const opened = openCache(options);
    if (opened.state !== 'open') throw new Error('unreadable');
    return opened.cache;
  };
  const before = await start(link.port, 'front', open());
  const [booked, stale] = [visit(before, 2), visit(before, 3)];
  link.cut();
  await until('the line to be lost', () => before.session.connection.phase === 'reconnecting');
  for (const command of [change(booked, 'called back'), confirm(booked), confirm({ ...stale, version: 99 })])
    expect(await before.session.submit(newKey(), command, { waitMs: 0 })).toEqual({ state: 'waiting' });
  expect(before.session.connection.waiting).toBe(3);
  cores.splice(0);
  await before.stop();
  link.restore();
  const after = await start(link.port, 'front', open());
  await until('all outcomes', () => after.settled.length === 3);
  expect(after.settled.map(({ error }) => error?.kind ?? null)).toEqual([null, null, 'stale']);
  expect(await api.appointment(booked.id)).toMatchObject({
    note: 'called back',
    status: 'confirmed',
    version: booked.version + 2,
  });
  expect(after.cache.outbox.refusals().map(({ error }) => error.kind)).toEqual(['stale']);
});

it('W4 F5 a server killed and started again is found again, and nothing is missing', async () => {
  const [one, other] = [await start(server.port), await start(link.port, 'assistant')];
  const booked = visit(one, 4);
  link.cut();
  await one.session.submit(newKey(), confirm(booked), { waitMs: 5_000 });
  await server.killHard();
  await until('the loss to be seen', () => one.session.connection.phase !== 'connected');
  link.restore();
  await server.startAgain();
  for (const core of [one, other]) {
    await core.live();
    const { mine, theirs } = await core.fresh();
    expect(mine).toEqual(theirs);
  }
  expect(other.events.map(({ type }) => type)).toContain('appointment.confirmed');
});

it('W4 a line that went dead without a word is found out when the PC wakes', async () => {
  const core = await start(link.port);
  link.freeze();
  core.session.retryNow();
  await until('the line to be given up', () => core.session.connection.phase !== 'connected');
  link.restore();
  core.session.retryNow();
  await core.live();
  const { mine, theirs } = await core.fresh();
  expect(mine).toEqual(theirs);
});

it('hears that its session was ended elsewhere, and keeps what waits for the next sign-in', async () => {
  const core = await start(link.port, 'provider');
  const ended: string[] = [];
  core.session.on('signedOut', ({ kind }) => ended.push(kind));
  const waiting = visit(core, 5);
  link.loseAnswers();
  await core.session.submit(newKey(), change(waiting, 'later'), { waitMs: 0 });
  await logOut(new ServerHttp(server.url), core.signedIn.accessToken);
  link.restore();
  await until('the end of the session', () => ended.length === 1);
  expect(ended).toEqual(['sessionEnded']);
  expect(core.session.connection).toMatchObject({ phase: 'error', nextTryAt: null, waiting: 1 });
});
