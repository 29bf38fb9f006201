import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesCapabilitiesNotString as rule } from './index.ts';

it.each([
  [
    "'capabilities' => ['a:b', 'c:d']",
    ["['a:b', 'c:d']: Moodle writes capabilities to the database as one text, separated by commas; a list is none."],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'capabilities' => 'a:b, c:d'", "'capabilities' => implode(',', $all)"])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it.each([
  ["'capabilities' => ['a:b', 'c:d']", "'capabilities' => 'a:b, c:d'"],
  ["'capabilities' => array()", "'capabilities' => ''"],
])('makes of %s', (before, after) => {
  expect(entryFixed(rule, before)).toBe(after);
});
