import { describe, expect, it } from 'vitest';
import { readCatalogueFile } from './catalogueFile.ts';

const one = (value: unknown, name = 'core_x') => {
  const read = readCatalogueFile(JSON.stringify(value));
  return 'functions' in read ? read.functions.get(name) : read;
};

const id = { kind: 'value', type: 'int', desc: 'The id', required: 'VALUE_REQUIRED', default: null, allownull: true };

describe('a catalogue file', () => {
  it('as moodle-ws export prints it', () => {
    const parameters = { ...id, kind: 'single', type: undefined, keys: [['id', { ...id, complete: true }]] };
    const fn = { name: 'core_x', component: 'moodle', ajax: true, services: ['a'], parameters, returns: null };
    expect(one([fn, 7, { name: '' }])).toMatchObject({
      ...{ component: 'moodle', ajax: true, services: ['a'], returns: null, complete: true },
      parameters: { kind: 'single', keys: [['id', { ...id, complete: true }]], complete: true },
    });
  });

  it('as moodle-ws-catalog has it', () => {
    const tail = { desc: '', required: 1, default: null, allownull: false };
    const value = { ...tail, class: 'external_value', type: 'int', desc: 'The id', allownull: true };
    const fn = {
      ...{ name: 'core_x', component: 'moodle', allowed_from_ajax: true, services: 'a,b', loginrequired: false },
      description: 'Does it',
      parameters_desc: {
        ...tail,
        keys: { id: value, list: { ...tail, required: 0, default: [], content: { ...value, required: 2 } } },
      },
      returns_desc: { ...tail, keys: [] },
    };
    expect(one({ functions: [fn] })).toMatchObject({
      ...{ description: 'Does it', ajax: true, loginrequired: false, services: ['a', 'b'], complete: true },
      parameters: {
        keys: [
          ['id', id],
          [
            'list',
            { kind: 'multiple', required: 'VALUE_DEFAULT', default: [], content: { required: 'VALUE_OPTIONAL' } },
          ],
        ],
      },
      returns: { kind: 'single', keys: [] },
    });
    expect(one({ functions: [{ ...fn, returns_desc: null }] })).toMatchObject({ returns: null, complete: true });
  });

  it('with parts that are none: what is left is incomplete', () => {
    const broken = { desc: '', required: 'yes', keys: { a: 7, b: { type: 'int', required: 1 } } };
    expect(one({ functions: [{ name: 'core_x', parameters_desc: broken }] })).toMatchObject({
      parameters: { required: { invalid: 'yes' }, keys: [['b', {}]], complete: false },
      complete: false,
    });
    expect(one([{ name: 'core_x', parameters: 'no' }])).toMatchObject({ parameters: null, complete: false });
  });

  it('that cannot be used says why', () => {
    expect(readCatalogueFile('{')).toMatchObject({ failure: expect.stringMatching(/^It is not JSON: /) as string });
    for (const other of [null, 7, {}, [], { functions: {} }, [{ title: 'x' }]])
      expect(readCatalogueFile(JSON.stringify(other))).toMatchObject({
        failure: expect.stringMatching(/^It holds no functions/) as string,
      });
  });

  it('nested without end is cut, not a crash', () => {
    const deep = `${'{"content":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(readCatalogueFile(`[{"name":"core_x","parameters":${deep}}]`)).toHaveProperty('functions');
  });
});
