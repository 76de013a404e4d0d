import { expect, test } from 'vitest';
import { type Child, startChild } from './child.ts';
import { Together } from './together.ts';

const ended: string[] = [];

function child(name: string, script: string): Child {
  const started = startChild(name, process.execPath, ['-e', script], { env: process.env, stdio: 'ignore' });
  void started.ended.then(() => ended.push(name));
  return started;
}

const forever = 'setInterval(() => {}, 1e6)';

function told() {
  const lines: string[] = [];
  return { lines, say: (line: string) => void lines.push(line) };
}

test('when a part ends as it should, the others are ended, the last one first', async () => {
  ended.length = 0;
  const { lines, say } = told();
  const together = new Together(say);
  together.add(child('server', forever));
  together.addHelper(child('traffic', forever));
  const window = child('window', 'process.exit(0)');
  together.addAll([window]);
  await window.ended;
  await together.end();
  expect(ended).toEqual(['window', 'traffic', 'server']);
  expect({ lines, failed: together.failed }).toEqual({ lines: [], failed: false });
});

test('a part that ends badly is named, and the whole has failed', async () => {
  const { lines, say } = told();
  const together = new Together(say);
  const server = together.add(child('The clinic server', 'process.exit(7)'));
  const window = child('The workstation', forever);
  together.addAll([window]);
  await server.ended;
  await window.ended;
  await together.end();
  expect(lines).toEqual(['The clinic server ended with 7.']);
  expect(together.failed).toBe(true);
});

test('a part that has said why it ends with a code is not named again, unless a signal ended it', async () => {
  for (const [script, expected] of [
    ['process.exit(1)', []],
    ['process.kill(process.pid, "SIGKILL")', ['The terminal ended with SIGKILL.']],
  ] as const) {
    const { lines, say } = told();
    const together = new Together(say);
    const options = { env: process.env, stdio: 'ignore', saysWhy: true } as const;
    together.add(startChild('The terminal', process.execPath, ['-e', script], options));
    await together.ended;
    expect({ lines, failed: together.failed }).toEqual({ lines: expected, failed: true });
  }
});

test('one of two windows closed leaves the other', async () => {
  const { say } = told();
  const together = new Together(say);
  const first = child('first', 'process.exit(0)');
  const second = child('second', forever);
  together.addAll([first, second]);
  await first.ended;
  expect(second.process.exitCode).toBeNull();
  expect(together.ending).toBe(false);
  await together.end();
  expect(second.process.signalCode).toBe('SIGTERM');
});

test('what is ended on purpose has not failed', async () => {
  const { lines, say } = told();
  const together = new Together(say);
  together.add(child('server', 'process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1e6)'));
  await together.end();
  expect({ lines, failed: together.failed }).toEqual({ lines: [], failed: false });
});

test('a part that comes up after the end is ended too', async () => {
  const { say } = told();
  const together = new Together(say);
  await together.end();
  const late = together.add(child('late', forever));
  await late.ended;
  expect(late.process.signalCode).toBe('SIGTERM');
});
