import { defineConfig } from 'vitest/config';

const limits = { hookTimeout: 60_000, maxWorkers: 2 };

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
          // Waits end when what is awaited happens: this is only how long a loaded machine may take.
          testTimeout: 120_000,
        },
      },
      {
        // How long a start takes is measured: nothing else runs meanwhile.
        test: {
          ...limits,
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
