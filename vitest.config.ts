import { defineConfig } from 'vitest/config';

/** `npm run soak` runs the properties for longer: the same tests, many more generated cases. */
const soak = process.env.NIANBAO_SOAK === '1';
const minute = 60_000;
const testTimeout = soak ? 60 * minute : minute;

export default defineConfig({
  test: {
    allowOnly: false,
    // Beside each other even where there are only two cores: much of the time of a test is waiting.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps}/*/src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // Nothing that these tests touch keeps a state between files, and loading everything anew for each is slow.
          isolate: false,
          setupFiles: soak ? ['./tests/run/soak.ts'] : [],
          testTimeout,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{packages,apps}/*/src/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          isolate: false,
          globalSetup: './packages/database/src/testing/global-setup.ts',
          testTimeout,
          hookTimeout: minute,
        },
      },
    ],
  },
});
