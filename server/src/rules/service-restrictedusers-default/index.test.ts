import { serviceFindings, serviceFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceRestrictedusersDefault as rule } from './index.ts';

it.each([
  ["'functions' => []", ['Shop: Without restrictedusers the service is for users on its list only: write it out.']],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each(["'restrictedusers' => 0", "'restrictedusers' => $x", '...$common'])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "Insert 'restrictedusers' => 1",
    "'functions' => [], 'enabled' => 1",
    "'functions' => [], 'restrictedusers' => 1, 'enabled' => 1",
  ],
])('suggests: %s', (title, before, after) => {
  expect(serviceFixed(rule, before, title)).toBe(after);
});
