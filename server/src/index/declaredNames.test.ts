import { describe, expect, it } from 'vitest';
import { DeclaredNames } from './declaredNames.ts';
import type { DeclaredKind } from './declaredNames.ts';

const text = `<?php
namespace a\\b;
define('PARAM_INT', 'int');
define("NS\\\\QUALIFIED", 1);
const FIRST = 1, SECOND = 2;
function &helper($x) { return $x == OTHER; }
FUNCTION Über() {}
final class Thing extends base {}
enum suit: string {}
class_alias(Thing::class, 'old_thing');
`;

describe.each([
  ['when it is asked for the first time', 1],
  ['when it was asked before', 2],
])('%s', (_, times) => {
  const has = (kind: DeclaredKind, name: string): boolean => {
    const names = new DeclaredNames(text);
    for (let time = 1; time < times; time += 1) names.has(kind, 'something_else');
    return names.has(kind, name);
  };

  it.each<[DeclaredKind, string]>([
    ['constant', 'PARAM_INT'],
    ['constant', 'QUALIFIED'],
    ['constant', 'FIRST'],
    ['constant', 'SECOND'],
    ['function', 'helper'],
    ['function', 'über'],
    ['class', 'thing'],
    ['class', 'SUIT'],
    ['class', 'old_thing'],
  ])('a %s %s may be declared', (kind, name) => {
    expect(has(kind, name)).toBe(true);
  });

  it.each<[DeclaredKind, string]>([
    ['constant', 'PARAM'],
    ['constant', 'OTHER'],
    ['function', 'help'],
    ['class', 'thin'],
    ['class', 'base'],
    ['class', 'helper'],
  ])('no %s %s is declared', (kind, name) => {
    expect(has(kind, name)).toBe(false);
  });
});

it('counts declarations of a name', () => {
  const names = new DeclaredNames("<?php\ndefine('A', 1);\ndefine('A', 2);\n");
  expect(names.find('constant', 'a')).toEqual({ first: 6, count: 2 });
});
