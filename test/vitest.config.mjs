import { defineConfig } from 'vitest/config';

/** The tests that need a real VS Code; vitest.config.mjs at the root has those that do not. */
const patience = Number(process.env.MOODLE_WS_PATIENCE ?? 1);
const slow = { testTimeout: 60_000 * patience, hookTimeout: 60_000 * patience, fileParallelism: false };

const { MOODLE_DIR, MOODLE_WS_CONTRACT_URL, MOODLE_WS_CONTRACT_TOKEN } = process.env;
/** Only where a tree and a site are named: never by accident. */
const real = MOODLE_DIR && MOODLE_WS_CONTRACT_URL && MOODLE_WS_CONTRACT_TOKEN ? ['test/e2e/real/*.test.ts'] : [];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'host', include: ['test/host/*.test.ts'], ...slow } },
      // A busy machine may lose a key press on its way through the browser; the report names what was tried again.
      { test: { name: 'e2e', include: ['test/e2e/*.test.ts', ...real], ...slow, retry: 1 } },
    ],
  },
});
