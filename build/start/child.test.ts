import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startChild } from './child.ts';

const node = (script: string) =>
  startChild('It', process.execPath, ['-e', script], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

test('an end of its own accord says how it was', async () => {
  expect(await node('process.exit(0)').ended).toBeNull();
  expect(await node('process.exit(3)').ended).toBe('ended with 3');
  expect(await node('process.kill(process.pid, "SIGKILL")').ended).toBe('ended with SIGKILL');
});

test('a program that is not there has ended', async () => {
  const child = startChild('It', '/no/such/program', [], { env: {}, stdio: 'ignore' });
  expect(await child.ended).toContain('could not be started');
  await child.stop();
});

test('stop waits for the end, which is fine whatever its code', async () => {
  const child = node(
    'process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1e6); console.log("up")',
  );
  if (child.process.stdout) await once(child.process.stdout, 'data');
  await child.stop();
  expect(child.process.exitCode).toBe(9);
  expect(await child.ended).toBeNull();
  await child.stop();
});
