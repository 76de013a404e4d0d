import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is truthy, and says what was waited for when it never is. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeout = 15_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, null | undefined | false>;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain: ${what}.`);
    await sleep(40);
  }
}
