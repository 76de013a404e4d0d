import { join } from 'node:path';
import { app, type BrowserWindow, session as chromium, protocol } from 'electron';
import { answerer } from './ipc/answer.ts';
import { hearCalls, tellBy } from './ipc/channels.ts';
import { handlersOf } from './ipc/handlers.ts';
import { describe, openLog } from './log.ts';
import { appFiles } from './os/app-files.ts';
import { origin, scheme } from './os/app-origin.ts';
import { endOnUncaught, endWithSentence, reviveWindow } from './os/crash.ts';
import { guardPages, guardSession } from './os/guards.ts';
import { type JsonFile, jsonFile } from './os/json-file.ts';
import { probeKeychain } from './os/keychain.ts';
import { loadKeytar } from './os/keytar-keychain.ts';
import { askBeforeLoss, finishBeforeQuitting } from './os/leaving.ts';
import { setMenu } from './os/menu.ts';
import { nativeBinding } from './os/native-binding.ts';
import { hearPages, tellPages } from './os/page-port.ts';
import { watchWaking } from './os/power.ts';
import { demoSignIn, prefill, quietChromium, sandboxAll } from './os/switches.ts';
import { openWindow } from './os/window.ts';
import { WindowPlace } from './os/window-place.ts';
import { openDay } from './session/open-day.ts';
import type { Pc } from './session/pc.ts';
import { Remembered, Settings } from './session/remembered.ts';
import { Session } from './session/session.ts';
import { SyncSession } from './sync/session.ts';
import { findClinic, signIn } from './sync/sign-in.ts';

const log = openLog();
const kept = (name: string) => join(app.getPath('userData'), name);

/** Finds out what this PC can keep: with a keychain a session and an encrypted day, without one nothing (W2). */
async function openPc(): Promise<Pc> {
  const found = await probeKeychain(loadKeytar);
  const { keychain: secrets } = found;
  const why = found.keychain ? null : found.why;
  if (!found.keychain)
    log.warn({ err: describe(found.cause) }, 'no usable keychain, nothing is kept on disk');
  const remembered = new Remembered(jsonFile(kept('settings.json'), Settings), secrets, log);
  const place = {
    folder: kept('cache'),
    workstation: remembered.workstation,
    secrets,
    why,
    nativeBinding: nativeBinding(),
    log,
  };
  const keeping = { onDisk: secrets !== null, why };
  return { remembered, keeping, openDay: (owner) => openDay(owner, place) };
}

function openSession(): Session {
  const tell = tellBy(tellPages);
  return new Session({ pc: openPc(), signIn, newSync: (options) => new SyncSession(options), tell, log });
}

async function begin(session: Session): Promise<void> {
  await session.start(prefill());
  const demo = demoSignIn();
  if (!demo || session.state.phase !== 'signedOut') return;
  try {
    await session.signIn(demo);
  } catch (error) {
    // The form is on screen, and says what is wrong when a person tries.
    log.warn({ err: describe(error) }, 'the demo sign-in failed');
  }
}

function showWindow(session: Session, place: JsonFile<WindowPlace>): BrowserWindow {
  const window = openWindow({ built: join(app.getAppPath(), 'out'), place, log });
  reviveWindow(window, log);
  askBeforeLoss(window, () => session.unsafe);
  return window;
}

function start(): void {
  protocol.handle(scheme, appFiles(join(app.getAppPath(), 'out/renderer')));
  guardSession(chromium.defaultSession);
  setMenu();
  const session = openSession();
  const handlers = handlersOf({ desk: session, findClinic, clock: Date.now });
  hearCalls(hearPages, answerer(handlers, origin, log));
  const place = jsonFile(kept('window.json'), WindowPlace);
  const window = showWindow(session, place);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  const stopWatching = watchWaking(() => {
    if (session.state.phase === 'signedIn') session.atWork.sync.retryNow();
  });
  finishBeforeQuitting(
    async () => {
      stopWatching();
      await session.stop();
      await place.settled();
    },
    (error) => log.error({ err: describe(error) }, 'the end was not clean'),
  );
  begin(session).catch((error: unknown) => endWithSentence(error, log));
}

if (app.requestSingleInstanceLock()) {
  endOnUncaught(log);
  quietChromium();
  guardPages();
  sandboxAll();
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
  // Never awaited at the top: an ES module that waits for the app to be ready keeps it from getting so.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => endWithSentence(error, log));
} else {
  app.quit();
}
