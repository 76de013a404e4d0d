import { app } from 'electron';
import type { Beside } from './window-place.ts';

// Chromium's own conversations with the outside, none of which a clinic asked for.
const quiet = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-client-side-phishing-detection',
  'disable-breakpad',
  'no-pings',
  // Windows are served from disk, and the server is spoken to by Node: Chromium needs no proxy, and shall not look for one.
  'no-proxy-server',
];

const unwanted = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
];

/** To be called before the app is ready: later Chromium has read its switches. */
export function quietChromium(): void {
  for (const name of quiet) app.commandLine.appendSwitch(name);
  // The lock behind all of the above: no name resolves in Chromium, so no window reaches a network.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  const others = app.commandLine.getSwitchValue('disable-features');
  app.commandLine.appendSwitch('disable-features', [others, ...unwanted].filter(Boolean).join(','));
}

/**
 * Every page sandboxed, whatever its window asked for. Chromium's sandbox refuses to run for root, who has to go
 * without by a switch of its own, as in a container.
 */
export function sandboxAll(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** What a person or an installer said on the command line: values the sign-in form starts with. */
export function prefill(): { address: string | null; username: string | null } {
  const read = (name: string) => app.commandLine.getSwitchValue(name).trim() || null;
  return { address: read('server'), username: read('user') };
}

/** `--beside=2/3`: opened as the second of three on this PC, which then stand side by side. */
export function openedBeside(): Beside | undefined {
  const [, nth, of] = /^(\d)\/(\d)$/.exec(app.commandLine.getSwitchValue('beside')) ?? [];
  return nth && of ? { nth: Number(nth) - 1, of: Number(of) } : undefined;
}

/**
 * `ROOMLIGHT_DEMO_SIGN_IN=user:password` signs in at the address of `--server` without a form, so that one command
 * can show two people at work. Never in an installed build.
 */
export function demoSignIn(): { address: string; username: string; password: string } | null {
  const { address } = prefill();
  const [username, password] = (process.env.ROOMLIGHT_DEMO_SIGN_IN ?? '').split(':');
  return !app.isPackaged && address && username && password ? { address, username, password } : null;
}
