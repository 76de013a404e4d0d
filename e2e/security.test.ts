import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { projectRoot } from '../build/electron/cache.ts';
import {
  askPermissions,
  follow,
  loadFrom,
  makeWebview,
  openWindows,
  ownParts,
  readOtherOrigin,
  runInline,
} from './kit/attacks.ts';
import { askFromElsewhere } from './kit/foreign-page.ts';
import { asThePage, countContents, isCalledOff, webPreferences } from './kit/inside.ts';
import { type Outsider, startOutsider } from './kit/outsider.ts';
import { packedFuses } from './kit/packed-fuses.ts';
import { test as base } from './kit/test.ts';

let outsider: Outsider;
beforeAll(async () => {
  outsider = await startOutsider();
});
afterAll(async () => {
  await outsider.stop();
});

const test = base
  .extend('pc', { scope: 'file' }, ({ world }) => world.workstation({ name: 'pc' }))
  .extend('page', ({ pc }) => pc.page)
  .extend('app', ({ pc }) => pc.app);

const ours = 'app://roomlight/index.html';

// The numbers and their order are those of the checklist in Electron's documentation.
describe('Electron’s security checklist', () => {
  test('1 only secure content is loaded: all of it is our own, none of it is remote', async ({ page }) => {
    const loaded = (await asThePage(page, ownParts)) as string[];
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((address) => !address.startsWith('app://roomlight/'))).toEqual([]);
    expect(await asThePage(page, loadFrom(outsider.url))).toEqual(Array(5).fill('refused'));
    expect(outsider.visits()).toEqual([]);
  });

  test('2 no page has Node', async ({ app, page }) => {
    const globals = 'return [typeof require, typeof process, typeof Buffer, typeof module, typeof global]';
    expect(await asThePage(page, globals)).toEqual(Array(5).fill('undefined'));
    const preferences = await webPreferences(app);
    for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      expect(preferences[name] ?? false, name).toBe(false);
  });

  test('3 the preload script and the page live apart', async ({ app, page }) => {
    expect((await webPreferences(app)).contextIsolation).toBe(true);
    await page.evaluate('window.leftByThePage = true');
    const seen = await app.evaluate(({ BrowserWindow }) => {
      // Electron runs preload scripts in the world of this number.
      const code = '[typeof window.leftByThePage, typeof window.roomlight]';
      return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(999, [{ code }]);
    });
    expect(seen).toEqual(['undefined', 'undefined']);
  });

  test('4 the page runs in a sandboxed process', async ({ app }) => {
    expect((await webPreferences(app)).sandbox).toBe(true);
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const seccomp = /^Seccomp:\s+(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // Chromium refuses to sandbox for root, as in a container of a CI; nobody at a clinic runs it so.
    expect(seccomp).toBe(process.getuid?.() === 0 ? seccomp : '2');
  });

  test('5 whatever permission a page asks for is refused', async ({ page }) => {
    const all = (await asThePage(page, askPermissions)) as string[];
    expect(all).toHaveLength(9);
    expect(all).not.toContain('granted');
    expect(all).not.toContain('prompt');
  });

  test('6 web security is on: another origin is out of reach', async ({ app, page }) => {
    expect((await webPreferences(app)).webSecurity ?? true).toBe(true);
    expect(await asThePage(page, readOtherOrigin)).not.toBe('elsewhere');
  });

  test('7 a content security policy allows our own scripts and nothing else', async ({ app, page }) => {
    const policy = await app.evaluate(
      async ({ session }, address) =>
        (await session.defaultSession.fetch(address)).headers.get('content-security-policy') ?? '',
      ours,
    );
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('connect-src')).toBe("connect-src 'none'");
    expect(await asThePage(page, 'return (0, eval)("1 + 1")')).toBe('EvalError');
    expect(await asThePage(page, 'return new Function("return 1")()')).toBe('EvalError');
    expect(await asThePage(page, runInline)).toBe(false);
  });

  test('8 insecure content does not run', async ({ app }) => {
    expect((await webPreferences(app)).allowRunningInsecureContent ?? false).toBe(false);
  });

  test('9 experimental features are off', async ({ app }) => {
    expect((await webPreferences(app)).experimentalFeatures ?? false).toBe(false);
  });

  test('10 no Blink features are switched on', async ({ app }) => {
    expect((await webPreferences(app)).enableBlinkFeatures ?? '').toBe('');
    const own = await app.evaluate(({ app: running }) =>
      running.commandLine.getSwitchValue('enable-blink-features'),
    );
    expect(own).toBe('');
  });

  test('11 a webview that would open windows is just an unknown element', async ({ app, page }) => {
    expect((await webPreferences(app)).webviewTag ?? false).toBe(false);
    expect(await asThePage(page, makeWebview(outsider.url))).toBe('undefined');
    expect(await countContents(app)).toBe(1);
  });

  test('12 a webview would be refused whatever its options', async ({ app }) => {
    expect(await isCalledOff(app, 'will-attach-webview')).toBe(true);
  });

  test('13 the window stays where it is', async ({ app, page }) => {
    const file = 'file:///etc/hostname';
    for (const address of [`${outsider.url}/link`, 'https://clinic.invalid/', file, 'data:text/html,hello']) {
      await asThePage(page, follow(address));
      // Answered by the process that would have let the page go, after it was asked to.
      await asThePage(page, "return window.roomlight.call('session.read')");
      expect(page.url(), address).toBe(ours);
    }
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect(await isCalledOff(app, event), event).toBe(true);
    expect(outsider.visits()).toEqual([]);
  });

  test('14 no page opens another window', async ({ app, page }) => {
    expect(await asThePage(page, openWindows(outsider.url))).toBe(false);
    expect(await countContents(app)).toBe(1);
    expect(outsider.visits()).toEqual([]);
  });

  test('15 no page makes the system open anything', async ({ app, page }) => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'openedOutside', opened);
      shell.openExternal = async (address) => void opened.push(address);
      shell.openPath = async (path) => String(opened.push(path));
    });
    for (const address of ['mailto:someone@clinic.invalid', 'smb://clinic.invalid/share', outsider.url]) {
      await asThePage(page, follow(address));
      await asThePage(page, openWindows(address));
    }
    const opened = await app.evaluate(() => Reflect.get(globalThis, 'openedOutside') as unknown);
    expect(opened).toEqual([]);
    expect(page.url()).toBe(ours);
  });

  test('16 a build carries the newest Electron there was, pinned', async ({ app, ground }) => {
    const text = readFileSync(join(projectRoot, 'package.json'), 'utf8');
    const pinned = (JSON.parse(text) as { devDependencies: { electron: string } }).devDependencies.electron;
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    const running = await app.evaluate(() => process.versions.electron);
    if (!('runtime' in ground)) throw new Error(ground.missing);
    // On a network without its download another one stands in, which never leaves the machine it tests on.
    expect(running).toBe(ground.runtime.source === 'package' ? pinned : ground.runtime.version);
    expect(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')).not.toMatch(
      /electron(Version|Dist)/,
    );
  });

  test('17 a call is answered for our own page in our own window only', async ({ app, page }) => {
    const own = await asThePage(page, "return (await window.roomlight.call('session.read')).ok");
    expect(own).toBe(true);
    const { blank, frame } = await askFromElsewhere(app);
    expect(blank).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(frame).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    // Nothing listens beside the calls that are checked; 'error' is Electron's own.
    expect(await app.evaluate(({ ipcMain }) => ipcMain.eventNames())).toEqual(['error']);
  });

  test('18 no file:// address works, and app:// leads to nothing but the window’s own files', async ({
    app,
    page,
  }) => {
    expect(await asThePage(page, loadFrom('file:///etc/hostname'))).toEqual(Array(5).fill('refused'));
    const paths = ['roomlight/../../package.json', 'roomlight/%2e%2e/%2e%2e/package.json'];
    const beside = ['roomlight/..%2f..%2fpackage.json', 'roomlight/../main/index.js', 'elsewhere/index.html'];
    const answers = await app.evaluate(
      ({ session }, addresses) =>
        Promise.all(
          addresses.map((address) =>
            session.defaultSession.fetch(address).then(
              ({ ok }) => ok,
              () => false,
            ),
          ),
        ),
      [...paths, ...beside].map((path) => `app://${path}`),
    );
    expect(answers).toEqual(Array(5).fill(false));
  });

  test('19 the fuses of a packed build are set', async ({ ground }) => {
    if (!('runtime' in ground)) throw new Error(ground.missing);
    expect(await packedFuses(ground.runtime)).toMatchObject({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  test('20 of Electron the page sees two functions, and only the names of the bridge pass', async ({
    page,
  }) => {
    expect(await asThePage(page, 'return Object.keys(window.roomlight)')).toEqual(['call', 'on']);
    expect(await asThePage(page, 'return [typeof window.electron, typeof window.ipcRenderer]')).toEqual([
      'undefined',
      'undefined',
    ]);
    for (const name of ['toString', '__proto__', 'shell.openExternal', '../session.read'])
      expect(await asThePage(page, `return window.roomlight.call('${name}')`), name).toBe('Error');
    const heard = `return new Promise((resolve) => {
      window.roomlight.on('connectionChanged', (...all) => resolve(all.map((one) => Object.keys(one))));
      window.roomlight.call('connection.retry').then(({ ok }) => ok || resolve([]));
    })`;
    expect(await asThePage(page, heard)).not.toContainEqual(expect.arrayContaining(['sender']));
  });
});
