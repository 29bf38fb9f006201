import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesCapabilityUnknown as rule } from './index.ts';

it.each([
  [
    "'capabilities' => 'local/shop:veiw'",
    ['local/shop:veiw: No plugin defines the capability local/shop:veiw. Did you mean local/shop:view?'],
  ],
  [
    "'capabilities' => 'local/shop:view, local/shop:sell'",
    ['local/shop:sell: No plugin defines the capability local/shop:sell.'],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each([
  "'capabilities' => 'local/shop:view,local/shop:pay'",
  "'capabilities' => 'mod/absent:view, moodle/course:view'",
  "'capabilities' => ''",
  "'capabilities' => 'local/shop:' . $name",
])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it.each([['Change to local/shop:view', "'capabilities' => 'local/shop:veiw'", "'capabilities' => 'local/shop:view'"]])(
  'suggests: %s',
  (title, before, after) => {
    expect(entryFixed(rule, before, title)).toBe(after);
  },
);
