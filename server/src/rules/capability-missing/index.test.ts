import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { findingsIn, payPath, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { capabilityMissing as rule } from './index.ts';

const validate = 'self::validate_context($context);';

it('finds functions that validate the context and check no capability', () => {
  expect(bodyFindings(rule, validate)).toEqual([
    'pay_order: Nothing visible checks a capability here: whoever may enter the context can call it.',
  ]);
});

it('only says so of functions that read where it is asked to', () => {
  const tree: Tree = { ...plugin, [services]: (plugin[services] ?? '').replace("'write'", "'read'") };
  const text = (plugin[payPath] ?? '').replace('pay_order() {', `pay_order() { ${validate}`);
  expect(findingsIn(rule, tree, payPath, text).map(({ severity }) => severity)).toEqual(['off']);
});

it.each([
  '',
  `${validate} require_capability('local/shop:pay', $context);`,
  `${validate} if (!has_any_capability($capabilities, $context)) { throw new x(); }`,
  `${validate} require_admin();`,
  `${validate} if (!$shop->can_pay()) { throw new x(); }`,
  `${validate} $DB->set_field('shop', 'paid', 1, ['userid' => $USER->id]);`,
  `${validate} self::missing();`,
])('is silent about: %s', (body) => {
  expect(bodyFindings(rule, body)).toEqual([]);
});

it('is silent where what it calls checks one', () => {
  const helper = "private static function check($context) { require_capability('local/shop:pay', $context); }";
  expect(bodyFindings(rule, `${validate} self::check($context);`, helper)).toEqual([]);
});

it('checks the capability that db/services.php names', () => {
  const declared = (plugin[services] ?? '').replace(
    "'type' => 'write'",
    "'type' => 'write', 'capabilities' => 'local/shop:pay'",
  );
  const check = "require_capability('local/shop:pay', $context);";
  const after = `${validate}\n        ${check}\n        return;`;
  const before = `${validate}\n        return;`;
  expect(bodyFixed(rule, before, `Insert ${check}`, { ...plugin, [services]: declared })).toBe(after);
  expect(() => bodyFixed(rule, before, `Insert ${check}`)).toThrow();
});
