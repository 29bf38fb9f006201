import { defineConfig } from 'vitest/config';

/** The tests that need a real VS Code; vitest.config.mjs at the root has those that do not. */
const slow = { testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'host', include: ['test/host/*.test.ts'], ...slow } },
      { test: { name: 'e2e', include: ['test/e2e/*.test.ts'], ...slow } },
    ],
  },
});
