import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { check, findingsIn, fixed, inPlugin, services } from '../rules.testkit.ts';
import { methodParametersMissing as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const without = (plugin[path] ?? '').replace('execute_parameters', 'execute_other');
const message =
  'Nothing declares what the function accepts: local_shop\\external\\get_orders has no execute_parameters().';

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
    [base]: '<?php\nnamespace local_shop\\external;\nclass base { static function execute_parameters() {} }\n',
  };
  expect(check(rule, { ...plugin, ...inherited }, services)).toEqual([]);
});

it('leaves a missing method to method-missing, and a missing parent to nobody', () => {
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'gone'],";
  expect(inPlugin(rule, text)).toEqual([]);
  const orphan = without.replace('extends external_api', 'extends \\mod_quiz\\external\\x');
  expect(check(rule, { ...plugin, [path]: orphan }, services)).toEqual([]);
});

it('describes the parameters that the method has', () => {
  const title = 'Describe the parameters of execute()';
  const text = (plugin[path] ?? '').replace(/ {4}public static function execute_parameters[\s\S]*?\n {4}\}\n\n/, '');
  const described = text.replace(
    '    public static function execute(',
    `    /**
     * Describes the parameters of execute().
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'userid' => new external_value(PARAM_INT, 'userid'),
            'limit' => new external_value(PARAM_INT, 'limit', VALUE_DEFAULT, 10),
        ]);
    }

    public static function execute(`,
  );
  expect(fixed(rule, plugin, path, text, title)).toBe(described);
  expect(fixed(rule, { ...plugin, [path]: text }, services, plugin[services] ?? '', title, path)).toBe(described);
});
