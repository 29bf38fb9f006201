import { readdirSync, readFileSync } from 'node:fs';
import { Engine } from 'php-parser';
import { describe, expect, it } from 'vitest';
import { islandsOf } from './islands.ts';
import type { ClassIsland, MemberIsland } from './islands.ts';
import { realPhpFiles } from './realFiles.testkit.ts';

const fixtures = new URL('../../../test/fixtures/php/', import.meta.url);
const names = readdirSync(fixtures).filter((name) => name.endsWith('.php'));
const read = (name: string) => readFileSync(new URL(name, fixtures), 'utf8');

// ---- what php-parser sees in a whole file -----------------------------------------------------------------------

interface Node {
  readonly kind: string;
  readonly [field: string]: unknown;
}

const engine = new Engine({
  parser: { extractDoc: false, suppressErrors: false, php8: true, version: 803 },
  ast: { withPositions: true },
  lexer: { short_tags: false, asp_tags: false },
});

const nameOf = (node: unknown): string => {
  if (typeof node === 'string') return node;
  const name = (node as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : '';
};
const written = (node: unknown) => {
  const { name, resolution } = node as { name: string; resolution: string };
  return resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name;
};
const qualified = (namespace: string, name: string) => (namespace === '' ? name : `${namespace}\\${name}`);
const list = (nodes: unknown): Node[] => (Array.isArray(nodes) ? (nodes as Node[]) : nodes ? [nodes as Node] : []);
const visibilityOf = (node: Node) => (node['visibility'] === '' ? 'public' : (node['visibility'] ?? 'public'));

function membersOf(node: Node): unknown[] {
  return list(node['body']).flatMap((member): unknown[] => {
    const visibility = visibilityOf(member);
    const isStatic = member['isStatic'] === true;
    const shown = (kind: string, one: unknown) => ({ kind, name: nameOf((one as Node)['name']), visibility, isStatic });
    switch (member.kind) {
      case 'method':
        return [{ ...shown('method', member), isAbstract: member['isAbstract'] }];
      case 'propertystatement':
        return list(member['properties']).map((one) => shown('property', one));
      case 'classconstant':
        return list(member['constants']).map((one) => shown('constant', one));
      case 'enumcase':
        return [shown('case', member)];
      default:
        return [];
    }
  });
}

interface Seen {
  readonly classes: unknown[];
  readonly functions: string[];
  readonly constants: string[];
}

function walk(nodes: readonly Node[], namespace: string, seen: Seen): Seen {
  for (const node of nodes) {
    switch (node.kind) {
      case 'namespace':
        walk(list(node['children']), nameOf(node['name']), seen);
        break;
      case 'block':
        walk(list(node['children']), namespace, seen);
        break;
      case 'if':
        walk(list(node['body']), namespace, seen);
        walk(list(node['alternate']), namespace, seen);
        break;
      case 'class':
      case 'interface':
      case 'trait':
      case 'enum':
        seen.classes.push({
          kind: node.kind,
          name: qualified(namespace, nameOf(node['name'])),
          isAbstract: node['isAbstract'] === true,
          extends: list(node['extends']).map(written),
          implements: list(node['implements']).map(written),
          traits: list(node['body'])
            .filter(({ kind }) => kind === 'traituse')
            .flatMap((use) => list(use['traits']).map(written)),
          members: membersOf(node),
        });
        break;
      case 'function':
        seen.functions.push(qualified(namespace, nameOf(node['name'])));
        break;
      case 'constantstatement':
        seen.constants.push(...list(node['constants']).map((one) => qualified(namespace, nameOf(one['name']))));
        break;
      case 'expressionstatement': {
        const call = node['expression'] as Node;
        if (call.kind === 'call' && nameOf((call['what'] as Node)['name']) === 'define')
          seen.constants.push(String(list(call['arguments'])[0]?.['value']));
        break;
      }
      default:
        break;
    }
  }
  return seen;
}

const shownMember = ({ kind, name, visibility, isStatic, isAbstract }: MemberIsland) => ({
  kind,
  name,
  visibility,
  isStatic,
  ...(kind === 'method' ? { isAbstract } : {}),
});
const shownClass = (cls: ClassIsland) => ({
  kind: cls.kind,
  name: cls.fqn,
  isAbstract: cls.isAbstract,
  extends: cls.extends,
  implements: cls.implements,
  traits: cls.traits,
  members: cls.members.map(shownMember),
});

const texts = names.flatMap((name): [string, string][] => [
  [name, read(name).replaceAll('\r\n', '\n')],
  [`${name} with Windows line ends`, read(name).replaceAll(/\r?\n/g, '\r\n')],
]);

/** What php-parser declares in a whole file, and what the islands do. */
function both(name: string, text: string): { theirs: Seen; ours: Seen } {
  const tree = list((engine.parseCode(text, name) as unknown as Node)['children']);
  const { classes, functions, constants } = islandsOf(text);
  return {
    theirs: walk(tree, '', { classes: [], functions: [], constants: [] }),
    ours: {
      classes: classes.map(shownClass),
      functions: functions.map(({ fqn }) => fqn),
      constants: constants.map(({ fqn }) => fqn),
    },
  };
}

it.each(texts)('%s: the same classes, members, functions and constants as php-parser sees', (name, text) => {
  const { theirs, ours } = both(name, text);
  expect(ours).toEqual(theirs);
});

if (realPhpFiles.length > 0)
  it('so in a Moodle tree', () => {
    const different: string[] = [];
    let compared = 0;
    for (const path of realPhpFiles) {
      let found: ReturnType<typeof both>;
      try {
        found = both(path, readFileSync(path, 'utf8'));
      } catch {
        continue; // What php-parser cannot read is no oracle.
      }
      compared += 1;
      if (JSON.stringify(found.ours) !== JSON.stringify(found.theirs)) different.push(path);
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(0.98 * realPhpFiles.length);
  }, 600_000);

// ---- ranges -----------------------------------------------------------------------------------------------------

const only = (text: string) => islandsOf(text).classes[0]!;
const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

it('a member is the whole declaration without its doc comment', () => {
  const text = `<?php
class a {
    /** Doc. */
    #[Old]
    public static function x(int $a = 1): array { return [$a]; } // why
    const A = 1, B = [2, 3];
    protected $p = 'x', $q;
}`;
  const { members } = only(text);
  expect(members.map((member) => cut(text, member))).toEqual([
    '#[Old]\n    public static function x(int $a = 1): array { return [$a]; }',
    'const A = 1',
    'const A = 1, B = [2, 3]',
    "protected $p = 'x'",
    "protected $p = 'x', $q",
  ]);
  const [method] = members;
  expect(cut(text, method!.nameSpan)).toBe('x');
  expect(cut(text, method!.params!)).toBe('(int $a = 1)');
  expect(cut(text, method!.body!)).toBe('{ return [$a]; }');
  expect(cut(text, method!.doc!)).toBe('/** Doc. */');
  expect(members.map(({ value }) => value && cut(text, value))).toEqual([undefined, '1', '[2, 3]', "'x'", undefined]);
});

it('a doc comment belongs to the member directly behind it', () => {
  const text = '<?php class a {\n    /** One. */\n    /** Two. */\n    public $a;\n    public $b;\n}';
  expect(only(text).members.map(({ doc }) => doc && cut(text, doc))).toEqual(['/** Two. */', undefined]);
});

it('traits come with their rules', () => {
  expect(
    only('<?php class a { use T, \\n\\U { T::x insteadof U, V; y as protected z; T::w as private; } }'),
  ).toMatchObject({
    traits: ['T', '\\n\\U'],
    traitRules: [
      { trait: 'T', method: 'x', insteadof: ['U', 'V'], alias: undefined },
      { trait: undefined, method: 'y', insteadof: [], alias: 'z' },
    ],
  });
});

it('names mean what the imports of their namespace say', () => {
  const { classes } = islandsOf(`<?php
namespace n;
use a\\{b, c as d, function f, const K};
use function g\\h, g\\i as j;
class x {}
namespace m;
class y {}`);
  const [x, y] = classes;
  expect([...x!.scope.classes]).toEqual([
    ['b', 'a\\b'],
    ['d', 'a\\c'],
  ]);
  expect([...x!.scope.functions]).toEqual([
    ['f', 'a\\f'],
    ['h', 'g\\h'],
    ['j', 'g\\i'],
  ]);
  expect([...x!.scope.constants]).toEqual([['K', 'a\\K']]);
  expect([y!.fqn, y!.scope.classes.size]).toEqual(['m\\y', 0]);
});

it('includes and aliases are expressions', () => {
  const text = "<?php\nrequire_once($CFG->dirroot . '/x.php');\ninclude 'y.php';\nclass_alias(a::class, 'b', true);";
  const { includes, aliases } = islandsOf(text);
  expect(includes.map((one) => cut(text, one))).toEqual(["($CFG->dirroot . '/x.php')", "'y.php'"]);
  expect(aliases.map(({ original, alias }) => [cut(text, original), cut(text, alias)])).toEqual([['a::class', "'b'"]]);
});

// ---- half-typed -------------------------------------------------------------------------------------------------

const methods = (text: string) =>
  islandsOf(text).classes.map((cls) => `${cls.name}: ${cls.members.map(({ name }) => name).join(' ')}`);

describe('while it is typed', () => {
  it.each([
    [
      'a brace that is not closed',
      'class a {\n    function x() {\n        if (1) {\n    }\n    function y() {}\n}',
      ['a: x y'],
    ],
    ['a brace too many', 'class a {\n    function x() {\n        }}\n    }\n    function y() {}\n}', ['a: x y']],
    [
      'brackets of a wrong kind',
      'class a {\n    function x() {\n        f([1);)]\n    }\n    function y() {}\n}',
      ['a: x y'],
    ],
    [
      'a quote that is not closed',
      "class a {\n    function x() {\n        $a = 'b;\n    }\n    function y() {}\n}",
      ['a: x y'],
    ],
    [
      'a parameter list that is not closed',
      'class a {\n    function x(int $a {\n    }\n    function y() {}\n}',
      ['a: x y'],
    ],
    ['a method without a name', 'class a {\n    public static function\n    function y() {}\n}', ['a: y']],
    ['a property without an end', 'class a {\n    public $x = [\n    public function y() {}\n}', ['a: x y']],
    [
      'a doc comment without an end',
      'class a {\n    /**\n     * Doc\n    function x() {}\n    /** */\n    function y() {}\n}',
      ['a: x y'],
    ],
    [
      'a doc comment without a beginning',
      "class a {\n     * Doesn't matter.\n     */\n    function x() {}\n}",
      ['a: x'],
    ],
    ['a class without a brace', 'class a extends b\n    public function x() {}\n}\nclass c {}', ['a: x', 'c: ']],
    ['an import without a semicolon', 'use a\\b\nclass c {\n    function x() {}\n}', ['c: x']],
    [
      'a class without a header',
      'namespace n;\n\n    /** Doc. */\n    public static function x() {\n    }\n    private function y() {}\n}\nclass c {}',
      [': x y', 'c: '],
    ],
    [
      'a class whose keyword is half-typed',
      'clas a extends b {\n    public static function x() {}\n    function y() {}\n}',
      [': x y'],
    ],
    [
      'a class behind a statement without a semicolon',
      "defined('A') || die()\n\n/** Doc. */\nclass a {\n    function x() {}\n}",
      ['a: x'],
    ],
    ['an include without a bracket', "require_once('x.php';\nclass c {\n    function x() {}\n}", ['c: x']],
    ['a function without a body', 'function f(\nclass c {\n    function x() {}\n}', ['c: x']],
    [
      'an attribute that is not closed',
      'class a {\n    #[A(\n    public function x() {}\n    public function y() {}\n}',
      ['a: x y'],
    ],
  ])('%s', (_, text, expected) => {
    expect(methods(`<?php\n${text}`)).toEqual(expected);
  });
});
