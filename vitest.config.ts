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
          // Vitest leaves a core to itself, which on a machine of two would halve the speed. Many of these tests wait.
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/kit/prepare.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
