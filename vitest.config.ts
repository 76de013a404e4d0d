import { defineConfig } from 'vitest/config';

// Unit tests first and side by side, then the real app alone: what it measures must not share the machine.
export default defineConfig({
  test: {
    teardownTimeout: 30_000,
    reporters: ['default', './build/test/closing-words.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,server,desktop,build,bench}/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/kit/prepare.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
