import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { clientWsfunctionArgs as rule } from './index.ts';

it.each([
  [
    "fetch('/server.php?wsfunction=local_shop_get_orders&userid=1&limti=2')",
    ['limti: local_shop_get_orders has no such parameter: Moodle refuses the call. Did you mean limit?'],
  ],
  [
    "fetch('/server.php?ids[0]=1&wsfunction=local_shop_get_orders')",
    ['ids: local_shop_get_orders has no such parameter: Moodle refuses the call.'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "fetch('/server.php?wsfunction=local_shop_get_orders&userid=1&limit=2&wstoken=x&moodlewsrestformat=json&moodlewssettingraw=1')",
  "fetch('/server.php?wsfunction=local_shop_nothing&a=1')",
  "fetch('/server.php?a=1', {wsfunction: 'local_shop_get_orders'})",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to limit',
    "fetch('/server.php?wsfunction=local_shop_get_orders&limti=2')",
    "fetch('/server.php?wsfunction=local_shop_get_orders&limit=2')",
  ],
])('suggests: %s', (title, before, after) => {
  expect(scriptFixed(rule, before, title)).toBe(after);
});
