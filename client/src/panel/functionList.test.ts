import { expect, it } from 'vitest';
import type { FunctionBrief } from '../../../server/src/protocol/requests.ts';
import { mergeFunctions } from './functionList.ts';

const brief = (name: string): FunctionBrief => ({
  name,
  component: 'local_x',
  type: 'read',
  ajax: false,
  loginrequired: true,
  deprecated: false,
  description: '',
});
const marks = (indexed: string[], granted?: string[]) =>
  mergeFunctions(indexed.map(brief), granted).map(({ name, indexed, available }) => [name, indexed, available]);

it('lists the functions of the workspace and of the token, each once', () => {
  expect(marks(['a', 'a', 'b'], ['b', 'c', 'c'])).toEqual([
    ['a', true, false],
    ['b', true, true],
    ['c', false, true],
  ]);
});

it('says of no function that the token lacks it before the token was asked', () => {
  expect(marks(['a'])).toEqual([['a', true, null]]);
});
