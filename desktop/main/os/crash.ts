import { app, type BrowserWindow, dialog } from 'electron';
import { describe, type Log } from '../log.ts';
import { text } from './text.ts';

const SOON = 60_000;

/** What nobody caught: the log says where, and the process ends rather than going on with half a state. */
export function endOnUncaught(log: Log): void {
  const end = (error: unknown) => {
    log.fatal({ err: describe(error) }, 'uncaught');
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** For a start that failed: the person sees a sentence, not an icon that bounces and goes. */
export function endWithSentence(error: unknown, log: Log): void {
  log.fatal({ err: describe(error) }, 'could not start');
  dialog.showErrorBox(text.failed.title, text.failed.detail);
  app.exit(1);
}

/** A page that died is loaded again, with a word about it; one that dies again within a minute asks first. */
export function reviveWindow(window: BrowserWindow, log: Log): void {
  let revivedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error({ reason, exitCode }, 'the page of the window has gone');
    const again = Date.now() - revivedAt < SOON;
    revivedAt = Date.now();
    void (again ? askBeforeReviving(window) : revive(window));
  });
  window.webContents.on('did-fail-load', (_event, code, _what, _url, mainFrame) => {
    if (mainFrame) log.error({ code }, 'the page of the window did not load');
  });
}

async function revive(window: BrowserWindow): Promise<void> {
  window.reload();
  const { title, detail, ok } = text.reopened;
  await dialog.showMessageBox(window, { type: 'info', message: title, detail, buttons: [ok] });
}

async function askBeforeReviving(window: BrowserWindow): Promise<void> {
  const { title, detail, again, quit } = text.stopped;
  const options = { message: title, detail, buttons: [again, quit], defaultId: 0, cancelId: 0 };
  const { response } = await dialog.showMessageBox(window, { type: 'error', ...options });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.reload();
}
