// What the tests hold in short, at length: `npm run prove:cuts -- TREE [SEED]`, `npm run prove:edits [-- SEED]`.
import { must, tool } from './lib/command.mjs';
import { installMain } from './lib/install.mjs';

/** @type {Record<string, { test: string, count: number, needsTree?: true }>} */
const proofs = {
  // Random cuts of a Moodle tree's services and external classes cost what they cut, and nothing else.
  cuts: { test: 'server/src/php/damage.test.ts', count: 20_000, needsTree: true },
  // Random sequences of edits leave a server that answers as a fresh one; a failure shows the shortest that fails.
  edits: { test: 'server/src/incremental/edits.test.ts', count: 10_000 },
};

const [name = '', ...rest] = process.argv.slice(2);
const proof = proofs[name];
const tree = proof?.needsTree ? rest.shift() : undefined;
if (!proof || (proof.needsTree && tree === undefined)) {
  console.error('npm run prove:cuts -- TREE [SEED]\nnpm run prove:edits [-- SEED]');
  process.exit(2);
}
await installMain();
await must([...tool('vitest'), 'run', '--project', 'unit', proof.test], {
  show: true,
  env: { PROVE_COUNT: String(proof.count), PROVE_SEED: rest[0] ?? '1', ...(tree ? { MOODLE_DIR: tree } : {}) },
});
