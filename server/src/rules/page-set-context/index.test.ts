import { plugin } from '../../features/shared/index.testkit.ts';
import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { pageSetContext as rule } from './index.ts';

it('finds it', () => {
  expect(bodyFindings(rule, '$PAGE->set_context($context);')).toEqual([
    '$PAGE->set_context($context): validate_context() sets the context of the page, and checks that the user may work in it.',
  ]);
  expect(bodyFindings(rule, 'self::validate_context($context);\n$PAGE->set_context($context);')).toEqual([
    '$PAGE->set_context($context): validate_context() sets the context of the page itself.',
  ]);
});

it('is silent where nobody need be logged in, and about others', () => {
  const text = (plugin[services] ?? '').replace("'type' => 'write'", "'type' => 'write', 'loginrequired' => false");
  expect(bodyFindings(rule, '$PAGE->set_context($context);', '', { ...plugin, [services]: text })).toEqual([]);
  expect(bodyFindings(rule, '$page->set_context($context);')).toEqual([]);
});

it('changes or removes it', () => {
  const validate = 'self::validate_context($context);';
  const set = '$PAGE->set_context($context);';
  expect(bodyFixed(rule, set, `Change to ${validate}`)).toBe(validate);
  expect(bodyFixed(rule, `${validate}\n        ${set} // Needed.`, 'Remove $PAGE->set_context()')).toBe(validate);
  expect(() =>
    bodyFixed(rule, `self::validate_context($other);\n        ${set}`, 'Remove $PAGE->set_context()'),
  ).toThrow();
});
