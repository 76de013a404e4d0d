import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../build/electron/cache.ts';
import { Api, demoPassword } from '../kit/api.ts';
import { ClinicServer } from '../kit/server.ts';
import { until } from '../kit/wait.ts';

let server: ClinicServer;
let api: Api;

beforeAll(async () => {
  server = await ClinicServer.start();
  api = await Api.signIn(server.url, 'admin');
});
afterAll(() => server.remove());

/** The terminal workstation as `npm start` runs it where there is no display. */
function startTerminal(args: string[], password: string) {
  const child = spawn(process.execPath, ['desktop/terminal/main.ts', '--server', server.url, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ROOMLIGHT_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  return { child, said, code: ended(child) };
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

it('prints the day once', async () => {
  const { said, code } = startTerminal(['--once'], demoPassword);
  expect(await code).toBe(0);
  expect(said.err).toBe('');
  expect(said.out).toMatch(/^Signed in as .+ \(front desk\)\.$/m);
  expect(said.out).toMatch(/^PROVIDER +TIME +STATUS +PATIENT +REASON$/m);
  expect(said.out).toMatch(/^\d+ visits\.$/m);
});

it('W4 prints each change as it arrives, tells of the connection, and ends when told', async () => {
  const { child, said, code } = startTerminal([], demoPassword);
  await until('the terminal to be connected', () => said.out.includes('Connected:'));
  const { appointments } = await api.snapshot();
  const booked = appointments.find(({ status }) => status === 'booked');
  if (!booked) throw new Error('The demo clinic has no booked visit.');
  const { familyName } = await api.patient(booked.patientId);
  await api.do('appointment.confirm', {}, booked);
  await until('the change', () => said.out.includes(`confirmed`));
  expect(said.out).toMatch(
    new RegExp(`^\\d\\d:\\d\\d {2}${api.member.displayName} confirmed .*${familyName} at `, 'm'),
  );
  await server.killHard();
  await until('the loss', () => said.out.includes('Connection lost.'));
  await server.startAgain();
  await until('the return', () => said.out.split('Connected:').length === 3);
  child.kill('SIGINT');
  expect(await code).toBe(0);
  expect(said.err).toBe('');
});

it.each([[['--once']], [[]]])('ends quietly when its reader has left, with %j', async (args) => {
  const { child, said, code } = startTerminal(args, demoPassword);
  child.stdout.destroy();
  expect(await code).toBe(0);
  expect(said.err).toBe('');
});

it('says why it cannot, in a sentence', async () => {
  const wrong = startTerminal(['--once'], 'wrong');
  expect(await wrong.code).toBe(1);
  expect(wrong.said).toEqual({
    out: '',
    err: 'User name or password is not right. Check both and try again.\n',
  });
  const nowhere = startTerminal(['--server', '127.0.0.1:9'], demoPassword);
  expect(await nowhere.code).toBe(1);
  expect(nowhere.said.err).toMatch(/cannot be reached/);
});
