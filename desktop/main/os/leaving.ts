import { app, type BrowserWindow, dialog } from 'electron';
import { text } from './text.ts';

const PATIENCE = 4_000;

/** Asks before closing a window would lose something. `atRisk`: how many changes, now. */
export function askBeforeLoss(window: BrowserWindow, atRisk: () => number): void {
  window.on('close', (event) => {
    const count = atRisk();
    if (count === 0) return;
    event.preventDefault();
    void ask(window, count);
  });
}

async function ask(window: BrowserWindow, count: number): Promise<void> {
  const { title, detail, stay, leave } = text.leaving;
  const options = { message: title(count), detail, buttons: [stay, leave], defaultId: 0, cancelId: 0 };
  const { response } = await dialog.showMessageBox(window, { type: 'warning', ...options });
  if (response === 1) window.destroy();
}

/** Lets the process end only when `finish` has, or has not in time. */
export function finishBeforeQuitting(finish: () => Promise<void>, failed: (error: unknown) => void): void {
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    const late = setTimeout(() => app.exit(0), PATIENCE);
    finish()
      .catch(failed)
      .finally(() => {
        clearTimeout(late);
        app.exit(0);
      });
  });
}
