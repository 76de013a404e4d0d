import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { hasOwner } from '../build/electron/session-bus.ts';
import { startDesktop, whatIsMissing } from './desktop-session.ts';

const missing = whatIsMissing().join(' ');
const secrets = 'org.freedesktop.secrets';

beforeEach(({ skip }) => skip(missing !== '', missing));

test('a desktop has a private home and an open keychain, and leaves nothing', async () => {
  const desktop = await startDesktop();
  const display = join('/tmp/.X11-unix', `X${desktop.env.DISPLAY?.slice(1)}`);
  try {
    expect((await stat(desktop.env.XDG_RUNTIME_DIR ?? '')).mode & 0o777).toBe(0o700);
    expect(existsSync(display)).toBe(true);
    expect(await hasOwner(secrets, desktop.env)).toBe(true);
    expect(existsSync(join(desktop.home, '.local/share/keyrings/login.keyring'))).toBe(true);
  } finally {
    await desktop.stop();
  }
  expect(existsSync(desktop.home)).toBe(false);
  expect(existsSync(display)).toBe(false);
});

test('a desktop without a keychain has nobody answering for it', async () => {
  const desktop = await startDesktop({ keyring: false });
  try {
    expect(await hasOwner(secrets, desktop.env)).toBe(false);
  } finally {
    await desktop.stop();
  }
});
