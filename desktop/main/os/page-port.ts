import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { originOf } from './app-origin.ts';

export type PageCaller = { ownWindow: boolean; mainFrame: boolean; origin: string | null };

/** Hands each call on a channel to `answer`, with what this side knows about its caller. */
export function hearPages(
  channel: string,
  answer: (caller: PageCaller, input: unknown) => Promise<unknown>,
): void {
  ipcMain.handle(channel, (event, input: unknown) => answer(callerOf(event), input));
}

/** To every window there is; one that has not loaded yet reads the state when it has. */
export function tellPages(channel: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(channel, payload);
  }
}

function callerOf(event: IpcMainInvokeEvent): PageCaller {
  const frame = event.senderFrame;
  return {
    ownWindow: isWindow(event.sender),
    mainFrame: frame !== null && frame === event.sender.mainFrame,
    origin: frame === null ? null : originOf(frame.url),
  };
}

// Not the developer tools, which are a page as well, and no window of ours.
const isWindow = (contents: WebContents) =>
  BrowserWindow.getAllWindows().some((window) => window.webContents === contents);
