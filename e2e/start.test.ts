import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { projectRoot } from '../build/electron/cache.ts';
import { startDesktop } from './desktop-session.ts';
import { test } from './kit/test.ts';
import { until } from './kit/wait.ts';

let data = '';
let started: ChildProcess | null = null;
let printed = '';

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'roomlight-start-'));
  printed = '';
});
afterEach(async () => {
  await stop();
  await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** `npm start` as typed, on a port and a data folder of its own. */
function npmStart(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...without } = process.env;
  started = spawn('npm', ['start', '--', ...args], {
    cwd: projectRoot,
    env: { ...without, PORT: '0', ROOMLIGHT_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives to what it starts.
    detached: true,
  });
  const note = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  started.stdout?.on('data', note);
  started.stderr?.on('data', note);
  return started;
}

/** As Ctrl-C does, which reaches all that the terminal has in front. npm then ends by the signal itself. */
async function stop(): Promise<void> {
  const child = started;
  started = null;
  if (!child?.pid || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGINT');
  await gone;
  expect(child.signalCode).toBe('SIGINT');
}

const address = () => until('the server to listen', () => /listens on (http:\S+)/.exec(printed)?.[1], 30_000);
const answers = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
const cachesOf = (place: number) => {
  const folder = join(data, `workstation-${place}`, 'cache');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
};

test('npm start without a display says so, shows the day in the terminal, and ends with Ctrl-C', async () => {
  npmStart([]);
  const url = await address();
  expect(printed).toContain('Demo sign-ins: front, provider, assistant, admin; password roomlight-demo');
  await until('the line about the display', () => printed.includes('There is no display here'));
  await until('a provider in the terminal', () => /Dr\. /.test(printed), 30_000);
  await stop();
  expect(await answers(url)).toBe(false);
});

test('npm start ended from outside leaves nothing running', async () => {
  const npm = npmStart(['--server-only']);
  const url = await address();
  expect(await answers(url)).toBe(true);
  npm.kill('SIGTERM');
  await until('the server to be gone', async () => !(await answers(url)));
  started = null;
});

test('npm start --server-only --traffic plays a clinic day through the API', async () => {
  npmStart(['--server-only', '--traffic=600']);
  await until('the simulated day', () => printed.includes('Traffic: 600 commands a minute, seed '), 30_000);
  await until(
    'a command',
    () => /"method":"(POST|PATCH)","route":"\/api\/appointments/.test(printed),
    30_000,
  );
  await stop();
  expect(printed).toMatch(/Traffic: \d+ commands done, \d+ refused\./);
});

test('npm start --workstations 2 shows two people their day, and Ctrl-C ends it all', async ({ world }) => {
  expect(world.workstations.size).toBe(0);
  const desktop = await startDesktop();
  try {
    npmStart(['--workstations', '2'], desktop.env);
    const url = await address();
    await until('both to have a day', () => cachesOf(1).length === 1 && cachesOf(2).length === 1, 60_000);
    expect(printed).toContain('Opening 2 workstations, as front and provider.');
    const settings = await Promise.all(
      [1, 2].map((place) => readFile(join(data, `workstation-${place}/settings.json`), 'utf8')),
    );
    expect(settings.map((text) => /"username":"(\w+)"/.exec(text)?.[1])).toEqual(['front', 'provider']);
    await stop();
    expect(await answers(url)).toBe(false);
    expect(printed).not.toMatch(/ended with/);
  } finally {
    await desktop.stop();
  }
});

test('a flag that is none is met with a sentence', async () => {
  const child = npmStart(['--sever-only']);
  await once(child, 'exit');
  expect(child.exitCode).toBe(2);
  expect(printed).toContain("Unknown option '--sever-only'.");
});
