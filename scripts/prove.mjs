// `npm run prove:cuts -- TREE [SEED]`: 20,000 random cuts of a Moodle tree's services and external classes.
import { must, tool } from './lib/command.mjs';
import { installMain } from './lib/install.mjs';

const proofs = {
  cuts: { test: 'server/src/php/damage.test.ts', count: 20_000 },
};

const [name = '', ...rest] = process.argv.slice(2);
const proof = proofs[name];
const [tree, seed = '1'] = rest;
if (!proof || !tree) {
  console.error('npm run prove:cuts -- TREE [SEED]');
  process.exit(2);
}
await installMain();
await must([...tool('vitest'), 'run', '--project', 'unit', proof.test], {
  show: true,
  env: { PROVE_COUNT: String(proof.count), PROVE_SEED: seed, MOODLE_DIR: tree },
});
