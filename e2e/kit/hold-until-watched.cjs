// Loaded into Electron before the app, which then waits for Playwright to have taken its seat. Attaching to a window
// on its way to its first page leaves Playwright waiting for a page that has been and gone, about once in twenty starts.
const { app } = require('electron');

const ready = app.whenReady();
const watched = Promise.withResolvers();
app.whenReady = () => watched.promise;

// Playwright calls it by this name once it listens to both the main process and the windows.
globalThis.__playwright_run = async () => watched.resolve(await ready);
