import { RoomlightError } from '#shared/errors.ts';

/** Who made a call, as the operating system's side knows it: nothing here is said by the caller. */
export type Sender = {
  /** The page belongs to a window this process opened. */
  ownWindow: boolean;
  /** The call comes from the page itself, not from a frame within it. */
  mainFrame: boolean;
  /** Where the page was served from, such as `app://roomlight`; null when it is gone. */
  origin: string | null;
};

/** W5: only our own page, in our own window, may call. */
export function checkSender(sender: Sender, origin: string): void {
  if (sender.ownWindow && sender.mainFrame && sender.origin === origin) return;
  throw new RoomlightError({
    kind: 'forbidden',
    message: 'Only Roomlight’s own window may do this. Close Roomlight and open it again.',
  });
}
