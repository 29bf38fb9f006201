import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { compactUndefined as rule } from './index.ts';

const find = (body: string) => bodyFindings(rule, twoKeys, '$a, $b', body);

it('finds a name without a variable', () => {
  expect(find("$p = compact('a', 'c');")).toEqual([
    "'c': There is no $c: compact() leaves it out, with a warning of PHP.",
  ]);
});

it('removes it', () => {
  const fix = (body: string) => bodyFixed(rule, twoKeys, '$a, $b', body);
  expect(fix("$p = compact('a', 'c');")).toBe("$p = compact('a');");
  expect(fix("$p = compact('c', 'a');")).toBe("$p = compact('a');");
  expect(() => fix("$p = compact('c');")).toThrow('no fix');
});

it.each([
  ['parameters', "compact('a', 'b');"],
  ['variables', "$c = 1; compact('c');"],
  [
    'variables of loops, lists and globals',
    "foreach ($a as $c => $d) {} [$e] = $b; global $f; compact('c', 'd', 'e', 'f');",
  ],
  ['lists of names', 'compact($a); compact(["x"]);'],
  ['what extract() makes', "extract($a); compact('c');"],
  ['variable variables', "$$a = 1; compact('c');"],
  ['what a file makes', "include('x.php'); compact('c');"],
  ['other functions of this name', "$a->compact('c'); x::compact('c');"],
])('is silent about %s', (_, body) => {
  expect(find(body)).toEqual([]);
});
