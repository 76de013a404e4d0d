import { expect as see } from 'playwright/test';
import { expect } from 'vitest';
import { electronLaunch } from '../build/electron/launch.ts';
import { keepFile } from './kit/artifacts.ts';
import { atWork } from './kit/at-work.ts';
import { memoryOf } from './kit/memory.ts';
import { startToPaintedDay } from './kit/start-up.ts';
import { test } from './kit/test.ts';

const runs = 3;

test('start-up to the painted day, and memory', async ({ world, clinic, ground, task }) => {
  if (!('runtime' in ground)) throw new Error(ground.missing);
  const { pc, day } = await atWork(world, clinic, 'front');
  await see(day.connection).toHaveText(/^Connected/);
  const memory = await memoryOf(pc.app);
  await pc.close();
  const launch = await electronLaunch(ground.runtime, {
    args: [`--user-data-dir=${pc.userData}`],
    env: pc.desktop.env,
  });
  const withServer: number[] = [];
  const without: number[] = [];
  for (let run = 0; run < runs; run++) withServer.push(await startToPaintedDay(launch));
  await clinic.stop();
  for (let run = 0; run < runs; run++) without.push(await startToPaintedDay(launch));
  const measured = { electron: ground.runtime.version, withServer, without, memory };
  await keepFile('measures.json', `${JSON.stringify(measured, null, 2)}\n`);
  task.meta.figures = [
    { name: 'start to painted day, server up', value: `${median(withServer)} ms` },
    { name: 'start to painted day, server down', value: `${median(without)} ms` },
    { name: 'memory, main process', value: `${memory.main.toFixed(0)} MB` },
    { name: 'memory, window', value: `${memory.window.toFixed(0)} MB` },
    { name: 'memory, all processes', value: `${memory.all.toFixed(0)} MB` },
  ];
  expect(memory.window).toBeGreaterThan(0);
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
