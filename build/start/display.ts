/** Why no window can be opened here, as the end of a sentence; null when there is a display. */
export function whyNoDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform === 'linux') {
    return env.DISPLAY || env.WAYLAND_DISPLAY ? null : 'neither DISPLAY nor WAYLAND_DISPLAY is set';
  }
  // Over SSH these have a desktop, but not one that this terminal's owner sees.
  return env.SSH_CONNECTION ? 'this is an SSH session' : null;
}
