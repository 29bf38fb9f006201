import { expect, it } from 'vitest';
import { described, externalClass, openTree } from './tree.testkit.ts';

const code = String.raw`<?php
namespace n;
interface I {}
abstract class P { public $pa; protected int $pb = 3; private $pc; public static $ps; }
trait T { /** t */ public ?string $t = null; }
/** Doc of C */
class C extends P implements I { use T;
  /** @var int The id */
  public readonly int $id;
  public int|string|null $u, $v;
  public ?self $s = null;
  /** doc pb */
  protected int $pb = 4;
  const K = 1;
  public function __construct(/** promoted doc */ public readonly ?array $pr = null, private int $q = 5) {}
  public \stdClass $late;
  /** m */
  public static function m(int $a, ?string $b = 'x,y', I ...$c): ?I { return null; }
}

function reflected() {
  $out = [];
  $r = new \ReflectionClass(C::class);
  foreach ($r->getProperties() as $p) $out[] = [$p->getName(), $p->class, $p->getDocComment(), $p->getModifiers(), (string) $p->getType(), $p->getType() === null ? null : [get_class($p->getType()), $p->getType()->allowsNull()], $p->hasDefaultValue() ? $p->getDefaultValue() : 'none', $p->isPromoted(), $p->isReadOnly()];
  $out[] = count($r->getProperties(\ReflectionProperty::IS_PUBLIC));
  foreach ($r->getMethods() as $m) $out[] = [$m->name, $m->class];
  foreach ((new \ReflectionMethod(C::class,'m'))->getParameters() as $p) $out[] = [$p->getName(), (string) $p->getType(), $p->isOptional(), $p->isVariadic(), $p->getPosition(), $p->isDefaultValueAvailable() ? $p->getDefaultValue() : null];
  $out[] = [$r->getShortName(), $r->getNamespaceName(), $r->getDocComment(), $r->getTraitNames(), $r->getParentClass()->getName(), (string) (new \ReflectionMethod('n\C::m'))->getReturnType(), $r->getConstants(), $r->isAbstract(), $r->getProperty('id')->getType()->isBuiltin(), $r->hasProperty('zz'), $r->implementsInterface(I::class), $r->newInstance([1])->pr, (new \ReflectionObject(new C))->getName()];
  try { new \ReflectionProperty(C::class, 'zz'); } catch (\ReflectionException $e) { $out[] = 'missing'; }
  return $out;
}`;

/** As PHP 8.2 has it. */
const expected = [
  ['id', 'n\\C', '/** @var int The id */', 129, 'int', ['ReflectionNamedType', false], 'none', false, true],
  ['u', 'n\\C', false, 1, 'string|int|null', ['ReflectionUnionType', true], 'none', false, false],
  ['v', 'n\\C', false, 1, 'string|int|null', ['ReflectionUnionType', true], 'none', false, false],
  ['s', 'n\\C', false, 1, '?self', ['ReflectionNamedType', true], null, false, false],
  ['pb', 'n\\C', '/** doc pb */', 2, 'int', ['ReflectionNamedType', false], 4, false, false],
  ['pr', 'n\\C', '/** promoted doc */', 129, '?array', ['ReflectionNamedType', true], 'none', true, true],
  ['q', 'n\\C', false, 4, 'int', ['ReflectionNamedType', false], 'none', true, false],
  ['late', 'n\\C', false, 1, 'stdClass', ['ReflectionNamedType', false], 'none', false, false],
  ['pa', 'n\\P', false, 1, '', null, null, false, false],
  ['ps', 'n\\P', false, 17, '', null, null, false, false],
  ['t', 'n\\C', '/** t */', 1, '?string', ['ReflectionNamedType', true], null, false, false],
  9,
  ['__construct', 'n\\C'],
  ['m', 'n\\C'],
  ['a', 'int', false, false, 0, null],
  ['b', '?string', true, false, 1, 'x,y'],
  ['c', 'n\\I', true, true, 2, null],
  ['C', 'n', '/** Doc of C */', ['n\\T'], 'n\\P', '?n\\I', { K: 1 }, false, true, false, true, [1], 'n\\C'],
  'missing',
];

it('reflection tells of classes, properties, methods and parameters', () => {
  const opened = openTree({
    'reflected.php': code,
    'classes/external/get.php': externalClass(
      "(function () { global $CFG; require_once($CFG->dirroot . '/local/shop/reflected.php'); return ['a' => new external_value(PARAM_INT, '', VALUE_DEFAULT, \\n\\reflected())]; })()",
    ),
  });
  expect(described(opened).parameters).toMatchObject({ keys: [['a', { default: expected }]] });
});

it('a schema made of typed properties and the tags of their comments', () => {
  const opened = openTree({
    'classes/order.php': `<?php namespace local_shop;
class order {
    /** @description How many */
    public int $count;
    /** @description Whose @optional */
    public ?string $name = null;
    public readonly float $price;
    private int $hidden;
}`,
    'classes/external/get.php': externalClass(
      'self::of(\\local_shop\\order::class)',
      String.raw`
    private static function of(string $class): array {
        $keys = [];
        foreach ((new \\ReflectionClass($class))->getProperties(\\ReflectionProperty::IS_PUBLIC) as $property) {
            $type = match ($property->getType()->getName()) { 'int' => PARAM_INT, 'string' => PARAM_TEXT, default => PARAM_RAW };
            $doc = $property->getDocComment();
            $desc = $doc && preg_match('/@description\\s+([^@*]+)/', $doc, $found) ? trim($found[1]) : '';
            $keys[$property->getName()] = new external_value($type, $desc, $property->getType()->allowsNull() ? VALUE_OPTIONAL : VALUE_REQUIRED);
        }
        return $keys;
    }`.replaceAll('\\\\', '\\'),
    ),
  });
  expect(described(opened)).toMatchObject({
    complete: true,
    parameters: {
      keys: [
        ['count', { type: 'int', desc: 'How many', required: 'VALUE_REQUIRED' }],
        ['name', { type: 'text', desc: 'Whose', required: 'VALUE_OPTIONAL' }],
        ['price', { type: 'raw', desc: '' }],
      ],
    },
  });
});
