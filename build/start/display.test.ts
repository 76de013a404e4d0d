import { expect, test } from 'vitest';
import { whyNoDisplay } from './display.ts';

test('Linux has a display when X11 or Wayland names one, also over SSH', () => {
  expect(whyNoDisplay('linux', { DISPLAY: ':0' })).toBeNull();
  expect(whyNoDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBeNull();
  expect(whyNoDisplay('linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: 'a b' })).toBeNull();
  expect(whyNoDisplay('linux', { CI: '1' })).toContain('DISPLAY');
  expect(whyNoDisplay('linux', { DISPLAY: '' })).toContain('DISPLAY');
});

test('Windows and macOS have one unless this is SSH', () => {
  expect(whyNoDisplay('win32', {})).toBeNull();
  expect(whyNoDisplay('darwin', {})).toBeNull();
  expect(whyNoDisplay('darwin', { SSH_CONNECTION: 'a b' })).toContain('SSH');
});
