import { describe, expect, it } from 'vitest';
import { applyEdits } from '../edits/textEdit.ts';
import { open, plugin } from '../features/shared/index.testkit.ts';
import { pluginCodebase } from '../workspace/codebase.ts';
import { checkDocument } from './check.ts';
import { documentOf } from './documents.ts';
import { suppressHere, turnOff } from './takeBack.ts';

const root = '/code/local_shop';

/** The text after its first finding was suppressed; nothing is found then. */
function suppressed(name: string, text: string): string | undefined {
  const { index, document } = open(plugin, `${root}/${name}`, text);
  const hit = checkDocument(index, document)[0]!;
  const fix = suppressHere(index, document, hit.rule.id, hit.finding);
  if (!fix) return undefined;
  const after = applyEdits(text, fix.edits);
  const left = open(plugin, `${root}/${name}`, after);
  expect(checkDocument(left.index, left.document)).toEqual([]);
  return after;
}

describe('a comment above a finding', () => {
  const call = "Ajax.call([{methodname: 'local_shop_nothing', args: {}}]);";

  it.each([
    ['amd/src/a.js', `a();\r\n\t${call}`, `a();\r\n\t// moodle-ws-ignore-next-line js-method-unknown\r\n\t${call}`],
    ['amd/src/a.ts', call, `// moodle-ws-ignore-next-line js-method-unknown\n${call}`],
    [
      'templates/a.mustache',
      `{{#js}}\n    ${call}\n{{/js}}`,
      `{{#js}}\n    {{! moodle-ws-ignore-next-line js-method-unknown }}\n    ${call}\n{{/js}}`,
    ],
    [
      'a.html',
      `<script>\n${call}\n</script>`,
      `<script>\n// moodle-ws-ignore-next-line js-method-unknown\n${call}\n</script>`,
    ],
    [
      'a.html',
      `<script>${call}</script>`,
      `<!-- moodle-ws-ignore-next-line js-method-unknown -->\n<script>${call}</script>`,
    ],
    [
      'amd/src/a.js',
      `// moodle-ws-ignore-next-line js-method-not-ajax, suppression-unused: why\n${call}`,
      `// moodle-ws-ignore-next-line js-method-not-ajax, suppression-unused, js-method-unknown: why\n${call}`,
    ],
  ])('%s %j', (name, text, expected) => {
    expect(suppressed(name, text)).toBe(expected);
  });

  it('stands in PHP, but not inside of a text or of HTML', () => {
    const entry = "        'tpye' => 1,\n";
    const services = (line: string) =>
      `<?php\n// moodle-ws-ignore-file test-missing\n$functions = [\n    'local_shop_x' => [\n        'classname' => 'local_shop\\external\\pay', 'methodname' => 'pay_order',\n        'type' => 'read', 'description' => 'X.',\n${line}    ],\n];\n`;
    expect(suppressed('db/services.php', services(entry))).toBe(
      services(`        // moodle-ws-ignore-next-line services-unknown-key\n${entry}`),
    );
    expect(suppressed('index.php', `<script>\n${call}\n</script>`)).toBeUndefined();
    expect(suppressed('index.php', `<?php\n$a = '<script>\n${call.replaceAll("'", '"')}</script>';`)).toBeUndefined();
  });
});

describe('a rule is turned off', () => {
  const codebase = pluginCodebase([{ name: 'local_shop', directory: root }]);
  const turned = (files: Record<string, string>) => {
    const document = documentOf(`${root}/db/services.php`, '');
    const { edits } = turnOff(document, codebase, ['/code'], (path) => files[path], 'test-missing')!;
    const path = edits[0]!.path;
    return [path, applyEdits(files[path] ?? '', edits)];
  };

  it('in a new file of the plugin', () => {
    expect(turned({})).toEqual([`${root}/moodle-ws.json`, '{\n  "rules": {\n    "test-missing": "off"\n  }\n}\n']);
  });

  it('in the nearest file that is there, as it is written', () => {
    expect(
      turned({ '/code/moodle-ws.json': '{\r\n  // ours\r\n  "rules": {\r\n    "a": "off"\r\n  }\r\n}\r\n' }),
    ).toEqual([
      '/code/moodle-ws.json',
      '{\r\n  // ours\r\n  "rules": {\r\n    "a": "off",\r\n    "test-missing": "off"\r\n  }\r\n}\r\n',
    ]);
    expect(turned({ [`${root}/moodle-ws.json`]: '{"rules": {"test-missing": "error"}}' })).toEqual([
      `${root}/moodle-ws.json`,
      '{"rules": {"test-missing": "off"}}',
    ]);
  });
});
