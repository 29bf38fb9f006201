import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { check, findingsIn, fixed, inPlugin, services } from '../rules.testkit.ts';
import { methodReturnsMissing as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const without = (plugin[path] ?? '').replace('execute_returns', 'execute_other');
const message =
  'Nothing declares what the function returns: local_shop\\external\\get_orders has no execute_returns().';

it('finds it in db/services.php and in the class', () => {
  const broken = { ...plugin, [path]: without };
  expect(check(rule, broken, services)).toEqual([`local_shop\\external\\get_orders: ${message}`]);
  expect(check(rule, broken, path)).toEqual([`execute: ${message}`]);
  expect(findingsIn(rule, broken, services)[0]?.related?.[0]?.path).toBe(path);
  expect(findingsIn(rule, broken, path)[0]?.related?.[0]?.path).toBe(services);
});

it('is silent where it is there, or inherited', () => {
  expect(check(rule, plugin, services)).toEqual([]);
  expect(check(rule, plugin, path)).toEqual([]);
  const base = '/code/local_shop/classes/external/base.php';
  const inherited = {
    [path]: without.replace('extends external_api', 'extends base'),
    [base]: '<?php\nnamespace local_shop\\external;\nclass base { static function execute_returns() {} }\n',
  };
  expect(check(rule, { ...plugin, ...inherited }, services)).toEqual([]);
});

it('leaves a missing method to method-missing, and a missing parent to nobody', () => {
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'gone'],";
  expect(inPlugin(rule, text)).toEqual([]);
  const orphan = without.replace('extends external_api', 'extends \\mod_quiz\\external\\x');
  expect(check(rule, { ...plugin, [path]: orphan }, services)).toEqual([]);
});

const title = 'Describe what execute() returns';
const bare = (plugin[path] ?? '').replace(/\n {4}public static function execute_returns[\s\S]*?\n {4}\}\n/, '');

it('describes the array that is returned', () => {
  const text = bare.replace('return [];', "return ['id' => 1, 'warnings' => []];");
  expect(fixed(rule, plugin, path, text, title)).toBe(
    text
      .replace(
        'use core_external\\external_value;',
        'use core_external\\external_single_structure;\n$&\nuse core_external\\external_warnings;',
      )
      .replace(
        /\}\n$/,
        `
    /**
     * Describes the return value of execute().
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'id' => new external_value(PARAM_INT, 'id'),
            'warnings' => new external_warnings(),
        ]);
    }
}
`,
      ),
  );
});

it('says so where nothing is returned, and nothing where it cannot be told', () => {
  expect(fixed(rule, plugin, path, bare.replace('return [];', 'self::work();'), title)).toContain(
    '        return null;\n',
  );
  expect(() => fixed(rule, plugin, path, bare.replace('return [];', 'return $result;'), title)).toThrow();
});
