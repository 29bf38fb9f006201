import { expect, it } from 'vitest';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json } from '../../../webservice/src/schema/node.ts';
import { multiple, single, value } from '../../../webservice/src/schema/nodes.testkit.ts';
import { argumentProblems } from './argumentsCheck.ts';

const parameters = single({
  groups: multiple(single({ id: value('int'), name: value('text') })),
  ids: multiple(value('int'), { required: 'VALUE_OPTIONAL' }),
});
const problems = (args: Json, known = { parameters } as ExternalFunction | null) => argumentProblems(known, args);

it('finds nothing in what fits', () => {
  expect(problems({ groups: [{ id: 7, name: 'Red' }] })).toEqual([]);
});

it("marks a refused value at its field in Moodle's words", () => {
  expect(problems({ groups: [{ id: '7 ', name: 'Red' }] })).toEqual([
    {
      path: ['groups', 0, 'id'],
      message: 'Invalid external api parameter: the value is "7 ", the server was expecting "int" type',
    },
  ]);
});

it('marks a key that is missing, and each that is not expected', () => {
  expect(problems({ groups: [{ id: 7, nam: 'x', nome: 'y' }] }).map(({ path }) => path)).toEqual([
    ['groups', 0, 'name'],
    ['groups', 0, 'nam'],
    ['groups', 0, 'nome'],
  ]);
});

it('marks what REST cannot carry, also for a function that is not known', () => {
  expect(problems({ groups: [{ id: 7, name: 'Red' }], ids: [] })).toMatchObject([
    { path: ['ids'], message: expect.stringContaining('empty list') as unknown },
  ]);
  expect(problems({ a: [{ '0': null }] }, null)).toMatchObject([{ path: ['a', 0, '0'] }]);
});
