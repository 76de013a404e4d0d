import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Rectangle = z.infer<typeof Rectangle>;

/** Where the window was: `bounds` are those it has when not maximised. */
export const WindowPlace = z.object({ bounds: Rectangle, maximised: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const smallest = { width: 900, height: 600 };
const usual = { width: 1440, height: 900 };

/** One of several workstations opened together on one PC: `nth` counts from 0. */
export type Beside = { nth: number; of: number };

// So far is each window from the one before where they do not fit beside each other: its title bar stays in sight.
const step = 48;

// So much of the window must be on a screen for a person to be able to take hold of it.
const graspable = { width: 200, height: 80 };

/**
 * Where to open the window, in pixels of the desktop: as it was, if that is still on a screen, cut to that
 * screen; else in the middle of the first, or beside its neighbours. `screens` are the parts not covered by task bars, the
 * main one first.
 */
export function placeWindow(
  saved: WindowPlace | null,
  screens: readonly Rectangle[],
  beside: Beside = { nth: 0, of: 1 },
): WindowPlace {
  const home = saved && screens.find((screen) => isGraspable(saved.bounds, screen));
  if (saved && home) return { bounds: fitted(saved.bounds, home), maximised: saved.maximised };
  const main = screens[0] ?? { x: 0, y: 0, ...usual };
  if (!saved && beside.of > 1) return { bounds: besideOthers(main, beside), maximised: false };
  const width = Math.min(usual.width, main.width);
  const height = Math.min(usual.height, main.height);
  const x = main.x + Math.round((main.width - width) / 2);
  const y = main.y + Math.round((main.height - height) / 2);
  return { bounds: { x, y, width, height }, maximised: saved?.maximised ?? false };
}

function besideOthers(screen: Rectangle, { nth, of }: Beside): Rectangle {
  const height = Math.min(usual.height, screen.height);
  const share = Math.floor(screen.width / of);
  if (share >= smallest.width) return { x: screen.x + nth * share, y: screen.y, width: share, height };
  const moved = { x: screen.x + nth * step, y: screen.y + nth * step };
  const left = { width: screen.width - nth * step, height: screen.height - nth * step };
  return {
    ...moved,
    width: Math.max(smallest.width, Math.min(usual.width, left.width)),
    height: Math.max(smallest.height, Math.min(usual.height, left.height)),
  };
}

function isGraspable(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const titleBar =
    window.y >= screen.y - graspable.height && window.y <= screen.y + screen.height - graspable.height;
  return across >= graspable.width && titleBar;
}

function fitted(window: Rectangle, screen: Rectangle): Rectangle {
  const within = (size: number, least: number, most: number) =>
    Math.max(Math.min(size, most), Math.min(least, most));
  return {
    x: window.x,
    y: Math.max(window.y, screen.y),
    width: within(window.width, smallest.width, screen.width),
    height: within(window.height, smallest.height, screen.height),
  };
}
