import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{webservice,server,client,cli}/src/**/*.test.ts', 'test/{manifest,grammar,snippets}/**/*.test.ts'],
          // They share no state, so they may share threads: three times as fast.
          pool: 'threads',
          // Nothing is timed; this only ends what hangs, on a machine that has other things to do.
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'protocol',
          include: ['test/protocol/**/*.test.ts'],
          globalSetup: ['test/protocol/support/build.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They mostly wait for the processes they start.
          maxWorkers: 4,
          // A number of workers of its own needs a turn of its own: after the unit tests.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
