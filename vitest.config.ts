import { defineConfig } from 'vitest/config';

// Waits end when what is awaited happens: these are only how long a loaded machine may take.
const limits = { hookTimeout: 60_000, testTimeout: 120_000, maxWorkers: 2, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    projects: [
      {
        test: {
          ...limits,
          name: 'application',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/process/**'],
        },
      },
      {
        // How long a start takes is measured: nothing else runs meanwhile.
        test: {
          ...limits,
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
