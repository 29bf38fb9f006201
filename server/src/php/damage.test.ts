import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cuts, fieldsOf, itemsOf, lost } from './cuts.testkit.ts';

/** Of all cuts, how many may lose (or move) an entry or method that they do not touch. */
const tolerated = 0.005;

/** The damaged texts that lose something they should not; fails on an exception. */
function losses(name: string, text: string, count: number) {
  const items = itemsOf(text);
  return [...cuts(text, count, 7)].flatMap((cut) => {
    const missing = lost(items, cut);
    fieldsOf(cut.text);
    const [first] = missing;
    return first ? [`${name}: ${cut.kind} ${cut.start}-${cut.end} costs ${missing.length}, first ${first.name}`] : [];
  });
}

const fixtures = join(import.meta.dirname, '../../../test/fixtures/php');
const texts = ['services.php', 'externallib.php', 'exporter.php'].map((name): [string, string] => [
  name,
  readFileSync(join(fixtures, name), 'utf8'),
]);

it('the fixtures have something to lose', () => {
  expect(texts.map(([, text]) => itemsOf(text).length)).toEqual([14, 15, 5]);
});

it('1000 cuts cost what they cut, and nothing else', () => {
  const lines = texts.flatMap(([name, text]) => losses(name, text, 334));
  expect(lines.slice(0, lines.length > 1000 * tolerated ? 10 : 0)).toEqual([]);
});

it('so with Windows line ends', () => {
  const lines = texts.flatMap(([name, text]) => losses(name, text.replaceAll('\n', '\r\n'), 100));
  expect(lines.slice(0, lines.length > 300 * tolerated + 1 ? 10 : 0)).toEqual([]);
});

/** A real Moodle tree, where there is one. */
const { MOODLE_DIR } = process.env;
if (MOODLE_DIR !== undefined)
  describe('in a Moodle tree', () => {
    const external = join(MOODLE_DIR, 'calendar/classes/external');
    const paths = [
      ...readdirSync(join(MOODLE_DIR, 'mod')).map((mod) => join(MOODLE_DIR, 'mod', mod, 'db/services.php')),
      ...readdirSync(external).map((name) => join(external, name)),
      ...['lib/db/services.php', 'mod/assign/externallib.php', 'course/externallib.php'].map((one) =>
        join(MOODLE_DIR, one),
      ),
    ];
    it('2000 cuts cost what they cut, and nothing else', () => {
      const files = paths.flatMap((path): [string, string][] => {
        try {
          return [[path, readFileSync(path, 'utf8')]];
        } catch {
          return [];
        }
      });
      const lines = files.flatMap(([path, text]) => losses(path, text, Math.ceil(2000 / files.length)));
      expect(lines.slice(0, lines.length > 2000 * tolerated ? 20 : 0)).toEqual([]);
    }, 120_000);
  });
