import { setTimeout as sleep } from 'node:timers/promises';
import type { ClinicServer } from '../../e2e/kit/server.ts';
import { pick, type Random } from '../traffic/random.ts';
import type { Desk } from './desk.ts';

const between = (random: Random, least: number, most: number) => least + random() * (most - least);

/** Kills the server `kills` times at any moment, and brings it back after any pause. */
export async function killServer(
  server: ClinicServer,
  kills: number,
  random: Random,
  report: (line: string) => void,
): Promise<void> {
  for (let kill = 1; kill <= kills; kill++) {
    await sleep(between(random, 200, 1_500));
    await server.killHard();
    await sleep(between(random, 0, 700));
    await server.startAgain();
    if (kill % 5 === 0) report(`${kill} of ${kills} kills`);
  }
}

/** Cuts the network of one desk after another until told to stop; each is whole again when this resolves. */
export async function cutLinks(desks: readonly Desk[], random: Random, over: AbortSignal): Promise<number> {
  const healing: Promise<void>[] = [];
  let cuts = 0;
  while (!over.aborted) {
    await sleep(between(random, 50, 400));
    const desk = pick(desks, random);
    if (!desk) continue;
    cuts += 1;
    desk.link.cut();
    healing.push(sleep(between(random, 20, 900)).then(() => desk.link.restore()));
  }
  await Promise.all(healing);
  return cuts;
}

/** Somebody works at the desk until told to stop, and now and then the app is closed and opened again. */
export async function work(desk: Desk, username: string, random: Random, over: AbortSignal): Promise<number> {
  let restarts = 0;
  while (!over.aborted) {
    await sleep(between(random, 10, 150));
    if (random() < 0.01) {
      restarts += 1;
      await desk.restart();
    } else desk.act(username);
  }
  return restarts;
}
