import { projectRoot } from '../electron/cache.ts';
import { type Child, startChild } from './child.ts';
import { demoPassword, demoUsers } from './workstation.ts';

/** The same workstation without a window: prints the day, then each change as it arrives. */
export function startTerminal(server: string): Child {
  const args = ['desktop/terminal/main.ts', '--server', server, '--user', demoUsers[0]];
  return startChild('The terminal workstation', process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ROOMLIGHT_PASSWORD: process.env.ROOMLIGHT_PASSWORD ?? demoPassword },
    stdio: 'inherit',
    saysWhy: true,
  });
}

/** People at work through the API, so that there is something to see. */
export function startTraffic(server: string, perMinute: number): Child {
  const args = ['bench/traffic.ts', '--server', server, '--per-minute', String(perMinute)];
  return startChild('The simulated clinic day', process.execPath, args, {
    cwd: projectRoot,
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
