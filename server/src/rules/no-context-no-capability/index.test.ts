import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { noContextNoCapability as rule } from './index.ts';

const helper = (code: string) => `    private static function helper($a) {\n        ${code}\n    }\n`;
const other = (code: string) => ({
  '/code/local_shop/classes/helper.php': `<?php\nnamespace local_shop;\nclass helper {\n    static function check() {\n        ${code}\n    }\n}\n`,
});

const message =
  'pay_order: No context is validated and no capability is checked: nothing to be seen here stops a user.';

it('finds a method that checks nothing', () => {
  expect(bodyFindings(rule, twoKeys, '$a, $b', 'return local_shop_pay($a);')).toEqual([message]);
  const after = '$context = \\context_system::instance();\nself::validate_context($context);\n\nreturn f($a);';
  expect(bodyFixed(rule, twoKeys, '$a, $b', 'return f($a);', 'Validate \\context_system::instance()')).toBe(after);
});

it.each([
  ['a context is validated', 'self::validate_context($x);', ''],
  ['a capability is checked', "has_capability('local/shop:pay', $x);", ''],
  ['a helper checks', 'self::helper($a);', helper('require_admin();')],
  ['another class checks', '\\local_shop\\helper::check();', ''],
  ['something is asked that decides', 'if (!$order->can_view($a)) { return []; }', ''],
  ['a function is called that checks', 'local_shop_require_access($a);', ''],
  ['what it calls is not known', 'self::unknown($a);', ''],
])('is silent where %s', (_, body, members) => {
  const more = other("require_capability('local/shop:pay', $x);");
  expect(bodyFindings(rule, twoKeys, '$a, $b', body, members, more)).toEqual([]);
});
