import { test as base, inject } from 'vitest';
import { type DesktopOptions, type DesktopSession, startDesktop } from '../desktop-session.ts';
import { keepTraces } from './artifacts.ts';
import type { Ground } from './prepare.ts';
import { ClinicServer } from './server.ts';
import { Workstation } from './workstation.ts';

type Opening = {
  name: string;
  desktop?: DesktopOptions;
  args?: readonly string[];
  env?: Record<string, string>;
};

/** All that a test file has started, and the end of it. */
export class World {
  readonly servers = new Set<ClinicServer>();
  readonly workstations = new Set<Workstation>();
  readonly #desktops = new Set<DesktopSession>();
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async server(env: Record<string, string> = {}): Promise<ClinicServer> {
    const server = await ClinicServer.start(env);
    this.servers.add(server);
    return server;
  }

  /** A PC of its own: another display, another home, another keychain. */
  async workstation({ name, desktop: wanted, args = [], env = {} }: Opening): Promise<Workstation> {
    if ('missing' in this.#ground) throw new Error(this.#ground.missing);
    const { runtime } = this.#ground;
    const desktop = await startDesktop(wanted);
    this.#desktops.add(desktop);
    const workstation = await Workstation.open({ name, runtime, desktop, args, env });
    this.workstations.add(workstation);
    return workstation;
  }

  async end(): Promise<void> {
    await Promise.all([...this.workstations].map((workstation) => workstation.remove()));
    await Promise.all([...this.servers].map((server) => server.remove()));
    await Promise.all([...this.#desktops].map((desktop) => desktop.stop()));
  }
}

/**
 * A test on the real app. `world` starts servers and workstations, which live until the file ends; `clinic` is the
 * server that most need. Skipped, with the reason, where there can be no real app.
 */
export const test = base
  .extend('ground', { scope: 'file' }, () => inject('ground'))
  .extend('world', { scope: 'file' }, ({ ground }, { onCleanup }) => {
    const world = new World(ground);
    onCleanup(() => world.end());
    return world;
  })
  .extend('clinic', { scope: 'file' }, ({ world }) => world.server());

test.beforeEach(({ ground, skip }) => {
  if ('missing' in ground) skip(ground.missing);
});

test.afterEach(async ({ world, task }) => {
  if (task.result?.state === 'fail') await keepTraces(task.name, world.servers, world.workstations);
});
