import { fixedInPlugin, inPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNameTooLong as rule } from './index.ts';

const entry = (length: number) => `    '${'local_shop_'.padEnd(length, 'x')}' => ['type' => 'read'],`;

it('finds what does not fit', () => {
  expect(inPlugin(rule, entry(201))[0]).toContain('The column holds 200 characters, this has 201');
  expect(inPlugin(rule, entry(200))).toEqual([]);
});

it('keeps the words that fit', () => {
  const short = `local_shop_get_${'x'.repeat(180)}`;
  const functions = (name: string) => `    '${name}' => ['type' => 'read'],`;
  const title = `Rename to ${short}, wherever local_shop names it`;
  expect(fixedInPlugin(rule, functions(`${short}_orders`), title)).toBe(functions(short));
});
