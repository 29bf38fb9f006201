import { describe, expect, it } from 'vitest';
import { SourceFile } from '../index/sourceFile.ts';
import { arrayAt, insertItem, itemWithKey, removeItem } from './arrayEdits.ts';
import type { NewItem } from './arrayEdits.ts';
import { insertMethod, setModifier } from './classEdits.ts';
import { ExternalImports } from './externalName.ts';
import { quoted, removeLines, replaceText } from './style.ts';
import { applyEdits, mergeEdits } from './textEdit.ts';

const file = (text: string) => new SourceFile('/a.php', text);
const literalIn = (source: SourceFile) => arrayAt(source, { start: /array|\[/.exec(source.text)!.index, end: 0 })!;

describe('insertItem', () => {
  const insert = (code: string, item: NewItem) => {
    const source = file(`<?php ${code}`);
    return applyEdits(source.text, insertItem(source, literalIn(source), item)).slice(6);
  };
  const type: NewItem = { key: 'type', value: "'read'" };

  it.each([
    ['one line', "$a = ['k' => 1];", "$a = ['k' => 1, 'type' => 'read'];"],
    ['one line with a comma', "$a = ['k' => 1,];", "$a = ['k' => 1, 'type' => 'read',];"],
    ['an empty one', '$a = [];', "$a = ['type' => 'read'];"],
    ['a long one', '$a = array();', "$a = array('type' => 'read');"],
    ['lines', "$a = [\n    'k' => 1,\n];", "$a = [\n    'k' => 1,\n    'type' => 'read',\n];"],
    ['lines without a comma', "$a = [\n    'k' => 1\n];", "$a = [\n    'k' => 1,\n    'type' => 'read',\n];"],
    ['a bracket behind the last', "$a = [\n    'k' => 1];", "$a = [\n    'k' => 1,\n    'type' => 'read'];"],
    ['CRLF', "$a = [\r\n    'k' => 1,\r\n];", "$a = [\r\n    'k' => 1,\r\n    'type' => 'read',\r\n];"],
    ['tabs', "$a = [\n\t'k' => 1,\n];", "$a = [\n\t'k' => 1,\n\t'type' => 'read',\n];"],
    ['double quotes', '$a = [\n  "k" => 1,\n];', '$a = [\n  "k" => 1,\n  "type" => \'read\',\n];'],
    [
      'aligned arrows',
      "$a = [\n    'classname'   => 1,\n    'description' => 2,\n];",
      "$a = [\n    'classname'   => 1,\n    'description' => 2,\n    'type'        => 'read',\n];",
    ],
    [
      'arrows that agree by chance',
      "$a = [\n    'ab' => 1,\n    'cd' => 2,\n];",
      "$a = [\n    'ab' => 1,\n    'cd' => 2,\n    'type' => 'read',\n];",
    ],
    ['a comment', "$a = [\n    'k' => 1, // One.\n];", "$a = [\n    'k' => 1, // One.\n    'type' => 'read',\n];"],
    [
      'a comment and no comma',
      "$a = [\n    'k' => 1 // One.\n];",
      "$a = [\n    'k' => 1, // One.\n    'type' => 'read',\n];",
    ],
    ['empty lines', '$a = [\n];', "$a = [\n    'type' => 'read',\n];"],
    ['nested', "$a = [\n    'k' => ['x' => 1],\n];", "$a = [\n    'k' => ['x' => 1],\n    'type' => 'read',\n];"],
  ])('%s', (_, before, after) => {
    expect(insert(before, type)).toBe(after);
  });

  it('one line that gets too long becomes several', () => {
    const [long, more] = [`'${'x'.repeat(60)}'`, `'${'y'.repeat(60)}'`];
    const added = { value: more };
    expect(insert(`if (f()) {\n    $a = [1, ${long}]; // Why.\n}`, added)).toBe(
      `if (f()) {\n    $a = [\n        1,\n        ${long},\n        ${more},\n    ]; // Why.\n}`,
    );
    const tooLong = `$a = [1, ${long}, ${long}, 1];`;
    expect(insert(tooLong, { value: '2' })).toBe(tooLong.replace('1]', '1, 2]'));
    expect(insert(`$a = [/* One. */ 1, ${long}];`, added)).toBe(`$a = [/* One. */ 1, ${long}, ${more}];`);
  });

  it('puts it behind another, or first', () => {
    const code = "$a = [\n    'k' => 1,\n    'l' => 2\n];";
    expect(insert(code, { ...type, after: 0 })).toBe("$a = [\n    'k' => 1,\n    'type' => 'read',\n    'l' => 2\n];");
    expect(insert(code, { ...type, after: -1 })).toBe("$a = [\n    'type' => 'read',\n    'k' => 1,\n    'l' => 2\n];");
    expect(insert('$a = [1, 2];', { value: '3', after: -1 })).toBe('$a = [3, 1, 2];');
    expect(insert('$a = [1, 2];', { value: '3' })).toBe('$a = [1, 2, 3];');
  });
});

describe('removeItem', () => {
  it.each([
    ["$a = [\n    'k' => 1,\n    'x' => 2,\n    'l' => 3,\n];", "$a = [\n    'k' => 1,\n    'l' => 3,\n];"],
    ["$a = [\r\n    'k' => 1,\r\n    'x' => 2,\r\n];", "$a = [\r\n    'k' => 1,\r\n];"],
    ["$a = [\n    'k' => 1,\n    'x' => 2\n];", "$a = [\n    'k' => 1\n];"],
    ["$a = [\n    'x' => 2, // Two.\n    'l' => 3,\n];", "$a = [\n    'l' => 3,\n];"],
    ["$a = ['k' => 1, 'x' => 2];", "$a = ['k' => 1];"],
    ["$a = ['x' => 2, 'l' => 3];", "$a = ['l' => 3];"],
    ["$a = ['x' => 2];", '$a = [];'],
    ["$a = [\n    'k' => 1, 'x' => 2,\n];", "$a = [\n    'k' => 1,\n];"],
  ])('%s', (before, after) => {
    const source = file(`<?php\n${before}`);
    const literal = literalIn(source);
    expect(applyEdits(source.text, [removeItem(source, literal, itemWithKey(literal, 'x'))]).slice(6)).toBe(after);
  });
});

describe('classes', () => {
  const inClass = (body: string) => `<?php\nclass x {\n${body}}\n`;
  const insert = (text: string, after?: number) => {
    const source = file(text);
    const cls = source.islands.classes[0]!;
    const code = 'public static function b() {\n    return null;\n}';
    return applyEdits(text, [insertMethod(source, cls, code, after === undefined ? undefined : cls.members[after])]);
  };
  const added = '    public static function b() {\n        return null;\n    }\n';

  it('get methods behind others, or first', () => {
    expect(insert(inClass('    function a() {\n    }\n'))).toBe(inClass(`    function a() {\n    }\n\n${added}`));
    expect(insert(inClass(''))).toBe(inClass(added));
    const two = '    function a() {\n    }\n\n    function c() {\n    }\n';
    expect(insert(inClass(two), 0)).toBe(inClass(two.replace('\n\n', `\n\n${added}\n`)));
  });

  it('keep tabs and CRLF', () => {
    const text = inClass('\tfunction a() {\n\t}\n').replaceAll('\n', '\r\n');
    expect(insert(text)).toBe(
      text.replace('\t}\r\n', `\t}\r\n\r\n${added.replaceAll('    ', '\t').replaceAll('\n', '\r\n')}`),
    );
  });

  it.each([
    ['static', 'public function a() {}', 'public static function a() {}'],
    ['static', 'function a() {}', 'static function a() {}'],
    ['public', 'protected static function a() {}', 'public static function a() {}'],
    ['public', 'static function a() {}', 'public static function a() {}'],
  ])('%s: %s', (modifier, before, after) => {
    const source = file(inClass(`    ${before}\n`));
    const edit = setModifier(source, source.islands.classes[0]!.members[0]!, modifier);
    expect(applyEdits(source.text, [edit])).toBe(inClass(`    ${after}\n`));
  });
});

describe('texts', () => {
  it('keep their quotes', () => {
    const source = file('<?php f(\'a\', "b");');
    const edits = [
      replaceText(source, { start: 8, end: 11 }, 'x\\y'),
      replaceText(source, { start: 13, end: 16 }, 'x\\y$'),
    ];
    expect(applyEdits(source.text, edits)).toBe('<?php f(\'x\\y\', "x\\\\y\\$");');
  });

  it.each([
    ["it's", "'it\\'s'"],
    ['a\\', "'a\\\\'"],
    ['a\\\\b', "'a\\\\\\b'"],
  ])('%s in single quotes', (value, code) => {
    expect(quoted(value)).toBe(code);
  });

  it('go with their lines', () => {
    const remove = (text: string, what: string) => {
      const start = text.indexOf(what);
      return applyEdits(text, [removeLines(file(text), { start, end: start + what.length })]);
    };
    expect(remove('<?php\na();\nb();\nc();\n', 'b();')).toBe('<?php\na();\nc();\n');
    expect(remove('<?php\na();\n\nb(); // Why.\n\nc();\n', 'b();')).toBe('<?php\na();\n\nc();\n');
    expect(remove('<?php a(); b();\n', 'b();')).toBe('<?php a(); \n');
    expect(remove('<?php {\n    b();\n\n    c();\n}\n', 'b();')).toBe('<?php {\n    c();\n}\n');
    expect(remove('<?php {\r\n    a();\r\n\r\n    b();\r\n}\r\n', 'b();')).toBe('<?php {\r\n    a();\r\n}\r\n');
    expect(remove('<?php {\n    b();\n}\n', 'b();')).toBe('<?php {\n}\n');
  });
});

describe('mergeEdits', () => {
  const edit = (start: number, end: number, text = '') => ({ path: '/a', start, end, text });

  it('makes what can be made together', () => {
    expect(
      mergeEdits([[edit(0, 2)], [edit(1, 3), edit(8, 9)], [edit(2, 4)], [edit(5, 5, 'x')], [edit(5, 5, 'x')]]),
    ).toEqual([edit(0, 2), edit(2, 4), edit(5, 5, 'x')]);
    expect(mergeEdits([[edit(5, 5, 'a')], [edit(5, 5, 'b')], [{ ...edit(0, 9), path: '/b' }]])).toHaveLength(3);
  });

  it('keeps the order of what is inserted at one place', () => {
    expect(applyEdits('0123456789', [edit(5, 6, 'c'), edit(5, 5, 'a'), edit(5, 5, 'b')])).toBe('01234abc6789');
  });
});

describe('names of describing classes', () => {
  const written = (text: string) => {
    const source = file(`<?php\n${text}`);
    const imports = new ExternalImports(source, source.islands.classes.at(-1)!);
    const names = ['external_value', 'external_files'].map(imports.name);
    return [...names, applyEdits(source.text, imports.edits).slice(6)];
  };
  const cls = 'class a extends external_api {\n}\n';
  const namespaced = (uses: string) => `namespace local_shop;\n\n${uses}${cls}`;

  it('are imported at their place in the alphabet', () => {
    const uses = 'use core_external\\external_api;\nuse moodle_url;\n\n';
    const after =
      'use core_external\\external_api;\nuse core_external\\external_files;\nuse core_external\\external_value;\nuse moodle_url;\n\n';
    expect(written(namespaced(uses))).toEqual(['external_value', 'external_files', namespaced(after)]);
    const last = 'use core_external\\external_api as api;\nuse core_external\\external_value;\n\n';
    const third = last
      .replace(/\n\n$/, '')
      .replace('use core_external\\external_value', 'use core_external\\external_files;\n$&');
    expect(written(namespaced(last))).toEqual(['external_value', 'external_files', namespaced(`${third}\n\n`)]);
  });

  it('are imported where nothing is yet', () => {
    const text = `namespace local_shop;\n\n/** A. */\nclass a extends \\core_external\\external_api {\n}\n`;
    const uses = 'use core_external\\external_files;\nuse core_external\\external_value;\n\n';
    expect(written(text)[2]).toBe(text.replace('/** A', `${uses}/** A`));
  });

  it.each([
    ['without a namespace', `use core_external\\external_api;\n${cls}`],
    ['in a namespace with braces', `namespace local_shop {\nuse core_external\\external_api;\n${cls}}\n`],
  ])('have their namespace %s', (_, text) => {
    expect(written(text)).toEqual(['\\core_external\\external_value', '\\core_external\\external_files', text]);
  });

  it('of old Moodle are global', () => {
    expect(written(cls)).toEqual(['external_value', 'external_files', cls]);
    expect(written(namespaced('use external_api;\n\n'))[2]).toContain(
      'use external_api;\nuse external_files;\nuse external_value;\n\n',
    );
  });
});
