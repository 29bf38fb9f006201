import { describe, expect, it } from 'vitest';
import { applyEdits } from '../edits/textEdit.ts';
import { open, plugin } from '../features/shared/index.testkit.ts';
import { allRules } from './all.ts';
import { checkDocument } from './check.ts';
import type { CheckOptions } from './check.ts';

const base = '/code/local_shop';
function hits(name: string, text: string, options: CheckOptions = {}): string[] {
  const { index, document } = open(plugin, `${base}/${name}`, text);
  return checkDocument(index, document, options).map(
    ({ rule, finding }) => `${rule.id} ${text.slice(finding.start, finding.end)}`,
  );
}
const call = "Ajax.call([{methodname: 'local_shop_nothing', args: {}}]);";
const found = 'js-method-unknown local_shop_nothing';

describe('the next line', () => {
  it.each([
    ['amd/src/a.js', `// moodle-ws-ignore-next-line js-method-unknown\n${call}`],
    ['amd/src/a.js', `// moodle-ws-ignore-next-line\n${call}`],
    ['amd/src/a.js', `/* moodle-ws-ignore-next-line js-method-unknown: comes with 2.0 */\r\n${call}`],
    ['templates/a.mustache', `{{! moodle-ws-ignore-next-line js-method-unknown }}\n{{#js}} ${call} {{/js}}`],
    ['templates/a.mustache', `<!-- moodle-ws-ignore-next-line js-method-unknown -->\n<script>${call}</script>`],
  ])('%s %j', (name, text) => {
    expect(hits(name, text)).toEqual([]);
  });

  it('is not the line after it, nor that of another rule', () => {
    expect(hits('amd/src/a.js', `// moodle-ws-ignore-next-line js-method-unknown\n\n${call}`)).toContain(found);
    expect(hits('amd/src/a.js', `// moodle-ws-ignore-next-line js-method-not-ajax\n${call}`)).toContain(found);
    expect(hits('amd/src/a.js', `const s = 'moodle-ws-ignore-next-line js-method-unknown';\n${call}`)).toEqual([found]);
  });

  it('is the first behind several such comments', () => {
    const text = `// moodle-ws-ignore-next-line js-method-unknown\n// moodle-ws-ignore-next-line js-method-unknown\n${call}`;
    expect(hits('amd/src/a.js', text)).toEqual([]);
  });
});

it('a file', () => {
  expect(hits('amd/src/a.js', `/* moodle-ws-ignore-file */\n\n${call}\n${call}`)).toEqual([]);
  expect(hits('amd/src/a.js', `${call}\n// moodle-ws-ignore-file js-method-unknown`)).toEqual([]);
});

describe('an entry of db/services.php', () => {
  const services = (above: string, behind: string) =>
    hits(
      'db/services.php',
      `<?php\n$functions = [\n    ${above}\n    'local_shop_x' => [ ${behind}\n        'classname' => 'local_shop\\external\\pay',\n        'methodname' => 'pay_order',\n        'tpye' => 1,\n    ],\n    'local_shop_y' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'pay_order', 'tpye' => 1],\n];\n`,
    );
  const [first, second] = ['services-unknown-key tpye', 'services-unknown-key tpye'];
  const keys = (...args: [string, string]) => services(...args).filter((one) => one.startsWith('services-unknown-key'));

  it('is all of the entry, and no other', () => {
    expect(keys('', '')).toEqual([first, second]);
    expect(keys('// moodle-ws-ignore-next-line services-unknown-key', '')).toEqual([second]);
    expect(keys('', '// moodle-ws-ignore-next-line services-unknown-key')).toEqual([second]);
  });
});

describe('a comment that takes nothing back', () => {
  it.each([
    ['// moodle-ws-ignore-next-line js-method-not-ajax', 'suppression-unused js-method-not-ajax'],
    ['// moodle-ws-ignore-file js-method-unknown, js-method-not-ajax', 'suppression-unused js-method-not-ajax'],
    ['// moodle-ws-ignore-next-line js-method-unknwon', 'suppression-unused js-method-unknwon'],
    ['// moodle-ws-ignore-next-line\n', 'suppression-unused // moodle-ws-ignore-next-line'],
  ])('%s is told', (comment, expected) => {
    expect(hits('amd/src/a.js', `${comment}\n${call}`)).toContain(expected);
  });

  it('is not told where the rule was not looked for, or where the comment says so', () => {
    const comment = '// moodle-ws-ignore-next-line services-unknown-key';
    const config = { rules: { 'services-unknown-key': 'off' } } as const;
    expect(hits('amd/src/a.js', comment, { config })).toEqual([]);
    expect(hits('amd/src/a.js', `${comment}, suppression-unused`)).toEqual([]);
    expect(hits('amd/src/a.js', `// moodle-ws-ignore-file suppression-unused\n${comment}`)).toEqual([]);
    const rules = allRules.filter(({ id }) => id === 'suppression-unused');
    expect(hits('amd/src/a.js', `${comment}\n// moodle-ws-ignore-next-line`, { rules })).toEqual([]);
  });
});

it('a moodle-ws.json is checked', () => {
  expect(hits('moodle-ws.json', '{"rules": {"nothing": "off"}}')).toEqual(['config-invalid nothing']);
  expect(
    hits('moodle-ws.json', '{"rules": {"nothing": "off"', { config: { rules: { 'config-invalid': 'off' } } }),
  ).toEqual([]);
});

describe('what takes nothing back is removed', () => {
  it.each([
    ['a();\n  // moodle-ws-ignore-next-line js-method-not-ajax: old\nb();', 'a();\nb();'],
    ['a(); /* moodle-ws-ignore-next-line */ b();', 'a();  b();'],
    [
      `// moodle-ws-ignore-next-line js-method-unknown, js-method-not-ajax: old\n${call}`,
      `// moodle-ws-ignore-next-line js-method-unknown: old\n${call}`,
    ],
    [
      `// moodle-ws-ignore-next-line js-method-not-ajax, js-method-unknown\n${call}`,
      `// moodle-ws-ignore-next-line js-method-unknown\n${call}`,
    ],
  ])('%j', (text, expected) => {
    const { index, document } = open(plugin, `${base}/amd/src/a.js`, text);
    const fixes = checkDocument(index, document).flatMap(({ finding }) => finding.fix?.().edits ?? []);
    expect(applyEdits(text, fixes)).toBe(expected);
  });
});
