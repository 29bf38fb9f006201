import { expect, it } from 'vitest';
import { plugin, storeOf } from '../features/shared/index.testkit.ts';
import type { Tree } from '../features/shared/index.testkit.ts';
import { callsReached, reaches, reachOf } from './bodies.ts';
import { payPath } from './rules.testkit.ts';

const base = '/code/local_shop/classes/base.php';
const helper = '/code/local_shop/classes/local/helper.php';

/** The class pay with this body of pay_order(), and what else it has. */
const pay = (body: string, members = '', parent = '\\core_external\\external_api') =>
  `<?php\nnamespace local_shop\\external;\nuse local_shop\\local\\helper;\nclass pay extends ${parent} {\n    public static function pay_order($id) {\n${body}\n    }\n${members}\n}\n`;

function reach(text: string, more: Tree = {}) {
  const { snapshot } = storeOf({ ...plugin, ...more, [payPath]: text });
  const cls = snapshot.findClass('local_shop\\external\\pay', payPath);
  return reachOf(snapshot, cls ?? expect.fail(), 'pay_order');
}
const names = (text: string, more?: Tree) => reach(text, more).bodies.map(({ member }) => member.name);

it('follows methods of the class, its parents and traits, each once', () => {
  const more = {
    [base]:
      '<?php\nnamespace local_shop;\nabstract class base extends \\core_external\\external_api {\n    use checks;\n    protected static function pay_order($id) {\n        static::check();\n    }\n}\n',
    '/code/local_shop/classes/checks.php':
      '<?php\nnamespace local_shop;\ntrait checks {\n    private static function check() {\n        self::deep();\n    }\n}\n',
  };
  const text = pay(
    'parent::pay_order($id); self::deep();',
    'static function deep() { self::check(); }',
    '\\local_shop\\base',
  );
  expect(names(text, more)).toEqual(['pay_order', 'pay_order', 'deep', 'check']);
  expect(reach(text, more).isWhole).toBe(true);
});

it('follows static methods of other classes of the component', () => {
  const more = {
    [helper]:
      '<?php\nnamespace local_shop\\local;\nclass helper {\n    public static function check($id) {\n        self::access();\n        (new self())->run();\n    }\n    static function access() { \\require_login(); }\n    function run() { $this->more(); }\n    function more() {}\n}\n',
  };
  const found = reach(pay('helper::check($id); \\mod_forum\\helper::check();'), more);
  expect(found.bodies.map(({ member, isOwn }) => [member.name, isOwn])).toEqual([
    ['pay_order', true],
    ['check', false],
    ['access', false],
  ]);
  expect([reaches(found, 'require_login'), reaches(found, 'require_capability')]).toEqual([true, false]);
  expect([...callsReached(found, 'require_login')].map(({ body, call }) => [body.file.path, call.receiver])).toEqual([
    [helper, undefined],
  ]);
});

it('knows what external_api has, and is not whole where a method is not known', () => {
  expect(reach(pay('self::validate_context($c);')).isWhole).toBe(true);
  expect(reach(pay('self::unknown($c);')).isWhole).toBe(false);
  expect(reach(pay('parent::check();', '', '\\mod_absent\\base')).isWhole).toBe(false);
});

it('reads calls with what they are on and their arguments', () => {
  const text = pay(`
        if (count([1, 2]) > f(...$x)) { return new \\thing($id); }
        $this->api->get($id)->name(a: 1, b: [2, 3]);
        $fn = function () use ($id) { return \\local_shop\\local\\other::x(1); };
        "{$this->text('a')}"; // self::comment();`);
  const calls = reach(text).bodies[0]?.facts.calls ?? [];
  expect(calls.map(({ receiver, name, args }) => [receiver, name, args.length])).toEqual([
    [undefined, 'count', 1],
    [undefined, 'f', 1],
    ['', 'get', 1],
    ['', 'name', 2],
    ['\\local_shop\\local\\other', 'x', 1],
  ]);
  expect(calls[3]?.args.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
    ['a', '1'],
    ['b', '[2, 3]'],
  ]);
});
