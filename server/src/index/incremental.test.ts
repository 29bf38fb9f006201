import { beforeEach, describe, expect, it } from 'vitest';
import { described, externalClass, functions, openTree, parametersOf, root, shop } from './tree.testkit.ts';
import type { Opened } from './tree.testkit.ts';

const get = `${shop}/classes/external/get.php`;
const pay = `${shop}/classes/external/pay.php`;
const services = `${shop}/db/services.php`;
const exporter = `${shop}/classes/base_exporter.php`;
const two = functions().replace('];', "    'local_shop_pay' => ['classname' => 'local_shop\\\\external\\\\pay'],\n];");
const base =
  "<?php\nnamespace local_shop;\nclass base_exporter {\n    public static function keys() { return ['b' => new \\core_external\\external_value(PARAM_INT)]; }\n    public static function other() { return 1; }\n}";

let opened: Opened;
beforeEach(() => {
  opened = openTree({
    'db/services.php': two,
    'classes/external/get.php': externalClass('\\local_shop\\exporter::keys()'),
    'classes/external/pay.php': externalClass("['p' => new external_value(PARAM_TEXT)]", '', undefined, 'pay'),
    'classes/exporter.php': '<?php\nnamespace local_shop;\nclass exporter extends middle_exporter {}',
    'classes/middle_exporter.php': '<?php\nnamespace local_shop;\nclass middle_exporter extends base_exporter {}',
    'classes/base_exporter.php': base,
  });
  opened.store.snapshot.describeAll();
});

/** What an edit costs until everything is described again. */
function cost(path: string, text: string | null | undefined) {
  const { store } = opened;
  const before = { evaluated: store.memory.evaluated, parsed: store.islands.parsed, read: store.filesRead };
  store.apply(new Map([[path, text]]));
  store.snapshot.describeAll();
  return {
    schemas: store.memory.evaluated - before.evaluated,
    parsed: store.islands.parsed - before.parsed,
    files: store.filesRead - before.read,
  };
}

const textOf = (path: string) => opened.store.snapshot.file(path)!.text;
const edit = (path: string, from: string, to: string) => {
  const text = textOf(path);
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return cost(path, text.replace(from, to));
};

describe('an edit costs what it changes', () => {
  it('typing in execute(): nothing', () => {
    expect(edit(get, 'return 1;', 'return 1 + 1;')).toEqual({ schemas: 0, parsed: 0, files: 0 });
  });

  it('and one file that is lexed anew: all others are the same objects, structure included', () => {
    const { store } = opened;
    const before = new Map(store.loadedPaths().map((path) => [path, store.snapshot.file(path)]));
    edit(get, 'return 1;', 'return 2;');
    const renewed = [...before].filter(([path, file]) => store.snapshot.file(path) !== file);
    expect(renewed.map(([path]) => path)).toEqual([get]);
  });

  it('half-typed code in execute(): nothing', () => {
    expect(edit(get, 'return 1;', "$a = ['x")).toEqual({ schemas: 0, parsed: 0, files: 0 });
  });

  it('a schema: itself', () => {
    expect(edit(pay, "'p' =>", "'q' =>")).toEqual({ schemas: 1, parsed: 1, files: 0 });
    expect(parametersOf(opened, 'local_shop_pay')).toEqual({ q: 'text' });
  });

  it('a grandparent exporter: the schemas that read it', () => {
    expect(edit(exporter, "'b' =>", "'c' =>")).toEqual({ schemas: 1, parsed: 1, files: 0 });
    expect(parametersOf(opened)).toEqual({ c: 'int' });
  });

  it('a method of it that nobody reads: nothing', () => {
    expect(edit(exporter, 'return 1;', 'return 2;')).toEqual({ schemas: 0, parsed: 0, files: 0 });
  });

  it('an entry: itself, and the others only move', () => {
    const line = described(opened, 'local_shop_pay').line;
    expect(edit(services, "'type' => 'read'", "'type' => 'write', 'ajax' => true")).toEqual({
      schemas: 1,
      parsed: 1,
      files: 0,
    });
    expect(described(opened)).toMatchObject({ type: 'write', ajax: true });
    expect(described(opened, 'local_shop_pay').line).toBe(line);
    const place = opened.store.snapshot.functions.get('local_shop_pay')!.entry.nameSpan;
    expect(textOf(services).slice(place.start, place.end)).toBe("'local_shop_pay'");
  });

  it('a core constant: the schemas that use it', () => {
    const moodlelib = `${root}/lib/moodlelib.php`;
    expect(edit(moodlelib, "define('PARAM_TEXT', 'text')", "define('PARAM_TEXT', 'txt')").schemas).toBe(1);
    expect(parametersOf(opened, 'local_shop_pay')).toEqual({ p: 'txt' });
  });

  it('the same text again: not even a revision', () => {
    const { revision } = opened.store.snapshot;
    expect(cost(get, textOf(get))).toEqual({ schemas: 0, parsed: 0, files: 0 });
    expect(opened.store.snapshot.revision).toBe(revision);
  });

  it('a file that changed on disk: one look', () => {
    opened.files.write(pay, textOf(pay).replace('PARAM_TEXT', 'PARAM_INT'));
    expect(cost(pay, undefined)).toEqual({ schemas: 1, parsed: 1, files: 1 });
    expect(parametersOf(opened, 'local_shop_pay')).toEqual({ p: 'int' });
  });
});

describe('places follow the text', () => {
  it('of a function whose method moves', () => {
    const { line } = described(opened);
    edit(get, 'namespace', '\n\n\nnamespace');
    expect(described(opened).line).toBe(line + 3);
  });

  it('of methods, for those who look them up', () => {
    const name = () => {
      const { store } = opened;
      const { method } = store.snapshot.implementationOf(store.snapshot.functions.get('local_shop_get')!);
      return textOf(get).slice(method!.member.nameSpan.start, method!.member.nameSpan.end);
    };
    expect(name()).toBe('execute');
    edit(get, 'namespace', '// more\nnamespace');
    expect(name()).toBe('execute');
  });
});

describe('what is missing is found when it comes', () => {
  const cases: [string, string, Record<string, string>, string, string | null, unknown][] = [
    [
      'a class',
      '\\local_shop\\late::keys()',
      {},
      `${shop}/classes/late.php`,
      base.replace('base_exporter', 'late'),
      { b: 'int' },
    ],
    [
      'a class in a file that is there',
      '\\local_shop\\late::keys()',
      { 'classes/late.php': '<?php\n' },
      `${shop}/classes/late.php`,
      base.replace('base_exporter', 'late'),
      { b: 'int' },
    ],
    [
      'a constant',
      "['a' => new external_value(LOCAL_SHOP_TYPE)]",
      { 'lib.php': '<?php' },
      `${shop}/lib.php`,
      "<?php define('LOCAL_SHOP_TYPE', 'int');",
      { a: 'int' },
    ],
    [
      'a core constant',
      "['a' => new external_value(PARAM_NEW)]",
      {},
      `${root}/lib/weblib.php`,
      "<?php define('PARAM_NEW', 'new');",
      { a: 'new' },
    ],
    [
      'a function',
      'local_shop_keys()',
      { 'locallib.php': '<?php' },
      `${shop}/locallib.php`,
      "<?php function local_shop_keys() { return ['a' => new external_value(PARAM_INT)]; }",
      { a: 'int' },
    ],
    [
      'an include',
      'local_shop_keys()',
      { 'x.php': '<?php function local_shop_keys() { return []; }' },
      get,
      externalClass('local_shop_keys()').replace(
        'use core_external',
        "require_once(__DIR__ . '/../../x.php');\nuse core_external",
      ),
      {},
    ],
    [
      'an alias',
      '\\local_shop_old::keys()',
      { 'lib.php': '<?php' },
      `${shop}/classes/old.php`,
      "<?php\nclass_alias('local_shop\\\\base_exporter', 'local_shop_old');",
      { b: 'int' },
    ],
    [
      'a rename',
      '\\local_shop_old::keys()',
      {},
      `${shop}/db/renamedclasses.php`,
      "<?php $renamedclasses = ['local_shop_old' => 'local_shop\\\\base_exporter'];",
      { b: 'int' },
    ],
    [
      'a parent',
      '\\local_shop\\child::keys()',
      { 'classes/child.php': '<?php namespace local_shop; class child extends gone {}' },
      `${shop}/classes/gone.php`,
      base.replace('base_exporter', 'gone'),
      { b: 'int' },
    ],
    [
      'a trait',
      '\\local_shop\\child::keys()',
      { 'classes/child.php': '<?php namespace local_shop; class child { use gone; }' },
      `${shop}/classes/gone.php`,
      base.replace('class base_exporter', 'trait gone'),
      { b: 'int' },
    ],
    [
      'a text',
      "['a' => new external_value(PARAM_INT, get_string('x', 'local_shop'))]",
      { 'lang/en/local_shop.php': '<?php' },
      `${shop}/lang/en/local_shop.php`,
      "<?php $string['x'] = 'X';",
      { a: 'int' },
    ],
  ];
  it.each(cases)('%s', (_, expression, files, path, text, expected) => {
    opened = openTree({
      'db/services.php': functions(),
      'classes/external/get.php': externalClass(expression),
      'classes/base_exporter.php': base,
      ...files,
    });
    expect(described(opened).complete).toBe(false);
    opened.files.write(path, text ?? '');
    opened.store.apply(new Map([[path, text]]));
    expect(parametersOf(opened)).toEqual(expected);
    expect(described(opened).complete).toBe(true);
  });
});

describe('what goes is missed', () => {
  it('a class', () => {
    cost(`${shop}/classes/middle_exporter.php`, null);
    expect(described(opened).complete).toBe(false);
  });

  it('and is found again when the disk has it', () => {
    cost(exporter, null);
    expect(described(opened).complete).toBe(false);
    cost(exporter, undefined);
    expect(parametersOf(opened)).toEqual({ b: 'int' });
  });

  it('a function', () => {
    cost(services, '<?php');
    expect(opened.store.snapshot.functions.size).toBe(0);
  });

  it('a folder, and what is in a folder that comes', () => {
    const { store, files } = opened;
    const component = store.snapshot.componentOf(get)!;
    expect(store.snapshot.externalClassNames(component)).toEqual([
      'local_shop\\external\\get',
      'local_shop\\external\\pay',
    ]);
    files.remove(`${shop}/classes/external`);
    store.apply(
      new Map([
        [`${shop}/classes/external`, null],
        [get, null],
        [pay, null],
      ]),
    );
    expect(store.snapshot.externalClassNames(component)).toEqual([]);
    files.write(get, externalClass("['n' => new external_value(PARAM_INT)]"));
    store.apply(new Map([[`${shop}/classes/external`, undefined]]));
    expect(store.snapshot.externalClassNames(component)).toEqual(['local_shop\\external\\get']);
    cost(get, undefined);
    expect(parametersOf(opened)).toEqual({ n: 'int' });
  });
});

it('any sequence of edits answers as a fresh index does', () => {
  const variants: Record<string, (string | null)[]> = {
    [get]: [
      textOf(get),
      textOf(get).replace('exporter::keys()', 'base_exporter::keys()'),
      `<?php\n// moved\n${textOf(get).slice(6)}`,
      textOf(get).slice(0, 300),
    ],
    [pay]: [textOf(pay), textOf(pay).replace("'p' =>", "'q' =>"), null],
    [exporter]: [
      base,
      base.replace("'b' =>", "'z' =>"),
      base.replace('class base_exporter', 'class base_exporter extends gone'),
      null,
    ],
    [services]: [
      two,
      functions(),
      two.replace("'type' => 'read'", "'type' => 'write'"),
      two.replace("'local_shop_get' => [", "'local_shop_get' => "),
    ],
  };
  let seed = 1;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const now = new Map<string, string | null>();
  for (let round = 0; round < 120; round += 1) {
    const paths = Object.keys(variants);
    const path = paths[next(paths.length)]!;
    const text = variants[path]![next(variants[path]!.length)]!;
    now.set(path, text);
    opened.store.apply(new Map([[path, text]]));
    if (next(3) === 0) continue;
    const fresh = openTree({
      'classes/exporter.php': textOf(`${shop}/classes/exporter.php`),
      'classes/middle_exporter.php': textOf(`${shop}/classes/middle_exporter.php`),
      ...Object.fromEntries([get, pay, exporter, services].map((one) => [one, variants[one]![0]!])),
      ...Object.fromEntries([...now].filter((entry): entry is [string, string] => entry[1] !== null)),
    });
    fresh.store.apply(new Map([...now].filter(([, one]) => one === null)));
    expect(opened.store.snapshot.describeAll()).toEqual(fresh.store.snapshot.describeAll());
  }
});
