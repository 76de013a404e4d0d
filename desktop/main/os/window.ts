import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { describe, type Log } from '../log.ts';
import { startPage } from './app-origin.ts';
import icon from './icon.png?asset';
import type { JsonFile } from './json-file.ts';
import { openedBeside } from './switches.ts';
import { ground } from './theme.ts';
import { placeWindow, smallest, type WindowPlace } from './window-place.ts';

const REMEMBER_AFTER = 500;

export type OpenOptions = {
  /** The folder of the built app, with `preload/` in it. */
  built: string;
  place: JsonFile<WindowPlace>;
  log: Log;
};

/** Opens the day where it was last, and shows it once there is something to see. */
export function openWindow({ built, place, log }: OpenOptions): BrowserWindow {
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { bounds, maximised } = placeWindow(place.read(), screens, openedBeside());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: app.name,
    icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      preload: join(built, 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  followTheme(window);
  remember(window, (now) =>
    place
      .write(now)
      .catch((error: unknown) => log.warn({ err: describe(error) }, 'the place of the window is not kept')),
  );
  void window.loadURL(startPage);
  return window;
}

function followTheme(window: BrowserWindow): void {
  const repaint = () => window.setBackgroundColor(ground());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
}

function remember(window: BrowserWindow, keep: (place: WindowPlace) => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  const note = () => {
    clearTimeout(timer);
    if (!window.isDestroyed())
      void keep({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(note, REMEMBER_AFTER);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', note);
}
