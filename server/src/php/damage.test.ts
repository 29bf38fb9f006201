import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cuts, fieldsOf, itemsOf, lost } from './cuts.testkit.ts';

/** Of all cuts, how many may lose (or move) an entry or method that they do not touch. */
const tolerated = 0.005;

/** The damaged texts that lose something they should not; fails on an exception. */
function losses(name: string, text: string, count: number, seed: number): { cuts: number; lines: string[] } {
  const items = itemsOf(text);
  const all = [...cuts(text, count, seed)];
  const lines = all.flatMap((cut) => {
    const missing = lost(items, cut);
    fieldsOf(cut.text);
    const [first] = missing;
    const change = `${cut.kind} ${cut.start}-${cut.end} ${JSON.stringify(cut.inserted)}`;
    return first !== undefined ? [`${name}: ${change} costs ${missing.length}, first ${first}`] : [];
  });
  return { cuts: all.length, lines };
}

/** The lines, if they are too many. */
const tooMany = (runs: readonly { cuts: number; lines: string[] }[]) => {
  const lines = runs.flatMap((run) => run.lines);
  const count = runs.reduce((sum, run) => sum + run.cuts, 0);
  return lines.length > count * tolerated ? [`${lines.length} of ${count}`, ...lines.slice(0, 20)] : [];
};

const fixtures = join(import.meta.dirname, '../../../test/fixtures');
const texts = ['php/services.php', 'php/externallib.php', 'php/exporter.php', 'sample/db/services.php'].map(
  (name): [string, string] => [name, readFileSync(join(fixtures, name), 'utf8').replaceAll('\r\n', '\n')],
);

it('the fixtures have something to lose', () => {
  expect(texts.map(([, text]) => itemsOf(text).length)).toEqual([14, 15, 5, 7]);
});

it('1200 cuts cost what they cut, and nothing else', () => {
  expect(tooMany(texts.map(([name, text]) => losses(name, text, 300, 7)))).toEqual([]);
}, 30_000);

it('so with Windows line ends', () => {
  expect(tooMany(texts.map(([name, text]) => losses(name, text.replaceAll('\n', '\r\n'), 100, 8)))).toEqual([]);
}, 30_000);

/** A real Moodle tree, where there is one; `npm run prove:cuts` says how many cuts. */
const { MOODLE_DIR, PROVE_COUNT = '2000', PROVE_SEED = '1' } = process.env;
if (MOODLE_DIR !== undefined)
  describe('in a Moodle tree', () => {
    it(`${PROVE_COUNT} cuts with seed ${PROVE_SEED} cost what they cut, and nothing else`, () => {
      const isDeclaring = (path: string) =>
        /[\\/](db[\\/]services\.php|externallib\.php|classes[\\/]external([\\/].*)?\.php)$/.test(path);
      const paths = readdirSync(MOODLE_DIR, { recursive: true, encoding: 'utf8' })
        .filter(isDeclaring)
        .map((path) => join(MOODLE_DIR, path))
        .sort();
      const count = Math.ceil(Number(PROVE_COUNT) / paths.length);
      const runs = paths.map((path, i) => losses(path, readFileSync(path, 'utf8'), count, Number(PROVE_SEED) + i));
      const lost = runs.reduce((sum, { lines }) => sum + lines.length, 0);
      const all = runs.reduce((sum, run) => sum + run.cuts, 0);
      process.stdout.write(`${all} cuts in ${paths.length} files: ${all - lost} cost only what they cut.\n`);
      expect(tooMany(runs)).toEqual([]);
    }, 600_000);
  });
