import { bodyFindings, bodyFixed, check, payPath, services, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateContextMissing as rule } from './index.ts';
import { plugin } from '../../features/shared/index.testkit.ts';

const helper = (code: string) => `    private static function helper($a) {\n        ${code}\n    }\n`;
const other = (code: string) => ({
  '/code/local_shop/classes/helper.php': `<?php\nnamespace local_shop;\nclass helper {\n    static function check() {\n        ${code}\n    }\n}\n`,
});

const capability = "require_capability('local/shop:pay', $x);";
const message = 'pay_order: No context is validated: Moodle does not check whether the user may enter it.';

it('finds a method that checks, but validates no context', () => {
  expect(bodyFindings(rule, twoKeys, '$a, $b', capability)).toEqual([message]);
});

it.each([
  ['it validates', 'self::validate_context($x); f();', ''],
  ['another class does so', '\\local_shop\\helper::check(); require_login();', ''],
  ['a helper does so', 'self::helper($a); require_login();', helper('self::validate_context($a);')],
  ['courses are validated', 'util::validate_courses($a); require_login();', ''],
  ['what it calls is not known', 'self::unknown($a); require_login();', ''],
  ['nothing is checked, which no-context-no-capability tells', 'return [];', ''],
])('is silent where %s', (_, body, members) => {
  const more = other('external_api::validate_context($x);');
  expect(bodyFindings(rule, twoKeys, '$a, $b', body, members, more)).toEqual([]);
});

it('is silent about functions without login', () => {
  const more = {
    [services]:
      "<?php\n$functions = [\n    'local_shop_pay' => ['classname' => 'local_shop\\\\external\\\\pay', 'methodname' => 'pay_order', 'loginrequired' => false],\n];\n",
  };
  expect(bodyFindings(rule, twoKeys, '$a, $b', capability, '', more)).toEqual([]);
});

const version = (requires: number) => ({
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = ${requires};`,
});
const key = (name: string) => `'${name}' => new external_value(PARAM_INT)`;

it.each([
  ['courseid', '\\core\\context\\course::instance($courseid)', 2024042200],
  ['cmid', '\\core\\context\\module::instance($cmid)', 2024042200],
  ['userid', '\\context_user::instance($userid)', 2022041900],
  ['other', '\\context_system::instance()', 2022041900],
])('inserts the context that %s names', (name, instance, requires) => {
  const validated = `['${name}' => $${name}] = self::validate_parameters(self::pay_order_parameters(), ['${name}' => $${name}]);`;
  const body = (code: string) => `${validated}\n${code}\n${capability}`;
  expect(bodyFixed(rule, key(name), `$${name}`, body(''), `Validate ${instance}`, version(requires))).toBe(
    body(`\n$context = ${instance};\nself::validate_context($context);\n`),
  );
});

it('reads the validated parameter', () => {
  const validated = "$params = self::validate_parameters(self::pay_order_parameters(), ['cmid' => $cmid]);";
  const instance = "\\core\\context\\module::instance($params['cmid'])";
  expect(
    bodyFixed(rule, key('cmid'), '$cmid', `${validated}\n${capability}`, `Validate ${instance}`, version(2024042200)),
  ).toBe(`${validated}\n\n$context = ${instance};\nself::validate_context($context);\n${capability}`);
});

it('validates the context that is there', () => {
  const body = `$ctx = \\context_course::instance($a);\n${capability}`;
  expect(bodyFixed(rule, twoKeys, '$a, $b', body, 'Insert self::validate_context($ctx)')).toBe(
    body.replace('\n', '\nself::validate_context($ctx);\n'),
  );
});

it('looks into the file of the class alone', () => {
  expect(check(rule, plugin, payPath)).toEqual([]);
});
