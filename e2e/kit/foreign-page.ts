import type { ElectronApplication } from 'playwright';

export type Answers = { blank: unknown; frame: unknown };

/**
 * What the main process answers to pages that have the preload script, and so the means to ask, but are not ours:
 * one of no origin in a window of its own, and a frame inside our own page.
 */
export function askFromElsewhere(app: ElectronApplication): Promise<Answers> {
  return app.evaluate(async ({ BrowserWindow, app: running }) => {
    const [own] = BrowserWindow.getAllWindows();
    if (!own) throw new Error('There is no window to compare with.');
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${running.getAppPath()}/out/preload/index.cjs`,
        sandbox: true,
        nodeIntegrationInSubFrames: true,
      },
    });
    const ask = "window.roomlight.call('session.read')";
    try {
      await window.loadURL('about:blank');
      const blank: unknown = await window.webContents.executeJavaScript(ask);
      await window.loadURL(own.webContents.getURL());
      const frame: unknown = await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
        const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>inside</p>' });
        frame.onload = () => frame.contentWindow.roomlight.call('session.read').then(resolve, reject);
        document.body.append(frame);
      })`);
      return { blank, frame };
    } finally {
      window.destroy();
    }
  });
}
