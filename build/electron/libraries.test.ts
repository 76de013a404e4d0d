import { expect, test } from 'vitest';
import { debianPackageOf } from './libraries.ts';

test.each([
  ['libnss3.so', 'libnss3'],
  ['libnssutil3.so', 'libnss3'],
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libasound.so.2', 'libasound2'],
  ['libgbm.so.1', 'libgbm1'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libX11.so.6', 'libx11-6'],
  ['libatk-1.0.so.0', 'libatk1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libcups.so.2', 'libcups2'],
])('%s is in the Debian package %s', (library, name) => {
  expect(debianPackageOf(library)).toBe(name);
});
