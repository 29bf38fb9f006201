import { serviceFindings, serviceFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceFunctionsMissing as rule } from './index.ts';

it.each([
  [
    "'shortname' => 'x'",
    ['Shop: functions is missing: Moodle goes through it when the plugin is installed or upgraded, and fails.'],
  ],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each(["'functions' => []", "'functions' => array_keys($functions)", '...$common'])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([["'shortname' => 'x'", "'functions' => [], 'shortname' => 'x'"]])('makes of %s', (before, after) => {
  expect(serviceFixed(rule, before)).toBe(after);
});
