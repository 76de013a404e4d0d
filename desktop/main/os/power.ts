import { net, powerMonitor } from 'electron';

const LOOK_EVERY = 1_000;

/**
 * W4: calls `awake` at once when the PC wakes, is unlocked, or has a network again. Returns the function that
 * stops it. Chromium knows whether there is a network and tells only pages of it, hence the look once a second.
 */
export function watchWaking(awake: () => void): () => void {
  let online = net.isOnline();
  const look = setInterval(() => {
    const now = net.isOnline();
    if (now && !online) awake();
    online = now;
  }, LOOK_EVERY);
  powerMonitor.on('resume', awake);
  powerMonitor.on('unlock-screen', awake);
  return () => {
    clearInterval(look);
    powerMonitor.off('resume', awake);
    powerMonitor.off('unlock-screen', awake);
  };
}
