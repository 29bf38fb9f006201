import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sequences, World } from './world.testkit.ts';

const { PROVE_COUNT = '100', PROVE_SEED = '1' } = process.env;

// A failure shows the seed and the shortest sequence that still fails.
it(`${PROVE_COUNT} sequences of edits with seed ${PROVE_SEED} leave a server that answers as a fresh one`, async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const world = new World();
      for (const step of steps) await world.run(step);
      expect(await world.differences()).toEqual([]);
      expect(world.failures).toEqual([]);
    }),
    { numRuns: Number(PROVE_COUNT), seed: Number(PROVE_SEED) },
  );
}, 3_600_000);
