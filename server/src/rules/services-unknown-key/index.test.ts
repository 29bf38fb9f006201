import { expect, it } from 'vitest';
import { moodle } from '../../features/shared/index.testkit.ts';
import { check, findingsIn, fixedInPlugin, inMoodle, inPlugin } from '../rules.testkit.ts';
import { servicesUnknownKey as rule } from './index.ts';

const entry = (fields: string) => `    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', ${fields}],`;
const sentence = 'Moodle does not read the key';

it('finds keys that Moodle does not read, with the nearest one', () => {
  expect(inPlugin(rule, entry("'ajx' => true"))).toEqual([`ajx: ${sentence} ajx. Did you mean ajax?`]);
  expect(inPlugin(rule, entry('"tpye" => \'read\''))).toEqual([`tpye: ${sentence} tpye. Did you mean type?`]);
  expect(inPlugin(rule, entry("'Ajax' => true"))).toEqual([`Ajax: ${sentence} Ajax. Did you mean ajax?`]);
  expect(inPlugin(rule, entry("'anything' => 1"))).toEqual([`anything: ${sentence} anything.`]);
});

it('finds it in an entry that is being typed', () => {
  expect(inPlugin(rule, "    'local_shop_x' => [\n        'ajx' => true,\n        'type' => \n    ],")).toHaveLength(1);
});

it('is silent about what Moodle reads and about computed keys', () => {
  const keys = ['classpath', 'description', 'type', 'capabilities', 'services', 'ajax', 'loginrequired'];
  expect(inPlugin(rule, entry(keys.map((key) => `'${key}' => ''`).join(', ')))).toEqual([]);
  expect(inPlugin(rule, entry("SOME_KEY => 1, 'readonlysession' => true, 'testclientpath' => ''"))).toEqual([]);
});

it('knows from which version on, and when a key does nothing', () => {
  const cors = "'allowcorsrequests' => true";
  const path = '/moodle/lib/db/services.php';
  const text = `<?php\n$functions = [\n    'core_x' => ['classname' => 'a', ${cors}, 'loginrequired' => false],\n];\n`;
  expect(findingsIn(rule, moodle, path, text)).toMatchObject([{ severity: 'hint', tag: 'unnecessary' }]);
  const newer = { ...moodle, '/moodle/version.php': "<?php\n$branch = '503';\n" };
  expect(check(rule, newer, path, text)).toEqual([]);
  expect(inMoodle(rule, `    'core_x' => ['classname' => 'a', ${cors}],`, newer)).toEqual([
    'allowcorsrequests: This key has no effect unless loginrequired is false.',
  ]);
});

it('removes a key', () => {
  expect(fixedInPlugin(rule, entry("'ajx' => true, 'type' => 'read'"), "Remove 'ajx'")).toBe(entry("'type' => 'read'"));
});
