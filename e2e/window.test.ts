import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import type { ConnectionState } from '#desktop/bridge/views.ts';
import { electronLaunch } from '../build/electron/launch.ts';
import { atWork } from './kit/at-work.ts';
import { asThePage } from './kit/inside.ts';
import { test, type World } from './kit/test.ts';
import { until } from './kit/wait.ts';
import type { Workstation } from './kit/workstation.ts';

const boundsOf = ({ app }: Workstation) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window opens where it was left', async ({ world }) => {
  const pc = await world.workstation({ name: 'left' });
  const wanted = { x: 120, y: 60, width: 1100, height: 700 };
  await pc.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    wanted,
  );
  await until('the window to move', async () => (await boundsOf(pc))?.x === wanted.x);
  await pc.close();
  await pc.openAgain();
  expect(await boundsOf(pc)).toEqual(wanted);
});

test('a second start brings the first window to the front and ends', async ({ world, ground }) => {
  if (!('runtime' in ground)) throw new Error(ground.missing);
  const pc = await world.workstation({ name: 'twice' });
  const args = [`--user-data-dir=${pc.userData}`];
  const launch = await electronLaunch(ground.runtime, { args, env: pc.desktop.env });
  const second = spawn(launch.executablePath, launch.args, { env: launch.env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(await pc.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a page that died is loaded again with a word about it, and the person stays signed in', async ({
  world,
  clinic,
}) => {
  const { pc } = await atWork(world, clinic, 'front', { name: 'dying' });
  const said = await pc.app.evaluate(async ({ BrowserWindow, dialog }) => {
    const [window] = BrowserWindow.getAllWindows();
    // The box itself waits for a person; what it says is what counts.
    const words = new Promise<string>((resolve) => {
      dialog.showMessageBox = async (...given: unknown[]) => {
        resolve(JSON.stringify(given.at(-1)));
        return { response: 0, checkboxChecked: false };
      };
    });
    window?.webContents.forcefullyCrashRenderer();
    return words;
  });
  expect(said).toContain('The window was opened again');
  const day = await until('the page to be back', () =>
    pc.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `document.querySelector('[data-testid="day-grid"]') !== null`,
      ),
    ),
  );
  expect(day).toBe(true);
  expect(pc.log).toContain('the page of the window has gone');
});

/** How long before the next planned try another one was made, in milliseconds, once the system said so. */
async function triedAheadBy(world: World, event: 'resume' | 'unlock-screen'): Promise<number> {
  const clinic = await world.server();
  const { pc } = await atWork(world, clinic, 'front', { name: event });
  await clinic.killHard();
  const nextTry = async () => {
    const answer = await asThePage(pc.page, "return window.roomlight.call('connection.read')");
    const { ok, value } = answer as { ok: boolean; value: ConnectionState };
    return ok ? value.nextTryAt : null;
  };
  const isFarOff = (at: string | null) => at !== null && Date.parse(at) - Date.now() > 3_000;
  const planned = await until(
    'a next try that is far off',
    async () => [await nextTry()].find(isFarOff),
    30_000,
  );
  await pc.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
  await until('another try', async () => (await nextTry()) !== planned);
  return Date.parse(planned) - Date.now();
}

test('W4 a PC that wakes tries again at once', async ({ world }) => {
  expect(await triedAheadBy(world, 'resume')).toBeGreaterThan(0);
});

test('W4 a PC that is unlocked tries again at once', async ({ world }) => {
  expect(await triedAheadBy(world, 'unlock-screen')).toBeGreaterThan(0);
});
