import type { ElectronApplication, Page } from 'playwright';

/** What the window of the running app was really made with, defaults included. */
export function webPreferences(app: ElectronApplication): Promise<Record<string, unknown>> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Electron's own record of them, which its types leave out.
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
    if (!contents || typeof read !== 'function') throw new Error('There is no window to look into.');
    const preferences: Record<string, unknown> = read.call(contents);
    return JSON.parse(JSON.stringify(preferences)) as Record<string, unknown>;
  });
}

export function countContents(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

/**
 * Runs a script the way one that got into the page would: from the page's own event loop, held by the page's policy,
 * from which what a debugger evaluates is exempt. The script is the body of an async function; an error comes back as
 * its name.
 */
export function asThePage(page: Page, script: string): Promise<unknown> {
  return page.evaluate(`new Promise((resolve) => setTimeout(async () => {
    try { resolve(await (async () => { ${script} })()); } catch (error) { resolve(error.name); }
  }))`);
}

/** Whether the main process calls off what the window is about to do, an event it is told of beforehand. */
export function isCalledOff(app: ElectronApplication, event: string): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }, name) => {
    const url = 'app://roomlight.example/index.html';
    const calledOff: true[] = [];
    const about = { url, preventDefault: () => calledOff.push(true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit(name as 'will-navigate', about as never, url);
    return calledOff.length > 0;
  }, event);
}
