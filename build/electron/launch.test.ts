import { expect, test } from 'vitest';
import { electronLaunch } from './launch.ts';
import type { ElectronRuntime } from './runtime.ts';

const runtime: ElectronRuntime = {
  distPath: '/electron',
  executable: '/electron/electron',
  version: '45.0.0',
  nodeApiVersion: 10,
  source: 'package',
};

test('switches stand before the folder and the app’s own arguments after it', async () => {
  const { args } = await electronLaunch(runtime, { folder: '/app', args: ['--server', 'x'], env: {} });
  expect(args.slice(-3)).toEqual(['/app', '--server', 'x']);
});

test('only root goes without the sandbox', async () => {
  const { args, chromiumSandbox } = await electronLaunch(runtime, { env: {} });
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  expect(args.includes('--no-sandbox')).toBe(root);
  expect(chromiumSandbox).toBe(!root);
});

test('a desktop without a bus gets no keychain switch', async () => {
  const { args } = await electronLaunch(runtime, { env: {} });
  expect(args.join(' ')).not.toContain('password-store');
});

test('the SQLite binding is the runtime’s own, never one left in the environment', async () => {
  const env = { ROOMLIGHT_SQLITE_BINDING: '/old.node', ELECTRON_RUN_AS_NODE: '1' };
  expect((await electronLaunch(runtime, { env })).env).toEqual({ ELECTRON_OVERRIDE_DIST_PATH: '/electron' });
  const old = await electronLaunch({ ...runtime, sqliteBinding: '/own.node' }, { env });
  expect(old.env.ROOMLIGHT_SQLITE_BINDING).toBe('/own.node');
});
