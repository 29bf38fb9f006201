import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moodleBranches } from '../workspace/moodleVersions.ts';
import { Catalogue } from './catalogue.ts';
import { facts } from './catalogue.testkit.ts';

const at = (name: string, from = name) => ({
  first: moodleBranches.findIndex(([branch]) => branch === from),
  last: moodleBranches.findIndex(([branch]) => branch === name),
});

describe('facts', () => {
  const catalogue = new Catalogue(facts);
  const keys = (name: string, branch: string) => {
    const parameters = catalogue.describe(name, at(branch))?.parameters;
    return parameters?.kind === 'single' ? parameters.keys.map(([key]) => key) : undefined;
  };

  it('of the newest of several versions, else of the nearest', () => {
    expect(keys('core_user_find', '4.3')).toEqual(['text', 'options']);
    expect(catalogue.describe('core_user_find', at('5.2', '4.0'))?.parameters).toMatchObject({
      keys: [['text', {}], ['options', {}], ['limit', { type: 'int' }]],
    });
    expect(catalogue.version('core_files_old', at('5.2', '5.1'))).toBe('4.5');
    expect(catalogue.version('mod_quiz_start', at('4.0'))).toBe('4.2');
    expect(catalogue.version('core_user_find', at('4.5', '4.1'))).toBe('4.5');
  });

  it('of a function, what is not said being as Moodle has it', () => {
    expect(catalogue.brief('core_user_find', at('4.5'))).toMatchObject({
      ...{ component: 'moodle', type: 'read', ajax: true, loginrequired: true, deprecated: false },
      services: ['moodle_mobile_app'],
    });
    expect(catalogue.brief('mod_quiz_start', at('4.5'))).toMatchObject({
      ...{ ajax: false, loginrequired: false, deprecated: true, services: [] },
    });
    expect(catalogue.brief('core_unknown', at('4.5'))).toBeUndefined();
  });

  it('of values, structures and lists', () => {
    expect(catalogue.describe('core_user_find', at('5.2'))).toMatchObject({
      complete: true,
      parameters: {
        kind: 'single',
        keys: [
          ['text', { kind: 'value', type: 'text', required: 'VALUE_DEFAULT', default: 'a', allownull: true }],
          [
            'options',
            {
              kind: 'multiple',
              required: 'VALUE_OPTIONAL',
              allownull: false,
              content: {
                keys: [
                  ['name', { type: 'alpha', allownull: false, required: 'VALUE_REQUIRED' }],
                  ['value', { type: 'raw', required: { invalid: 'A text' } }],
                ],
              },
            },
          ],
          ['limit', { required: 'VALUE_DEFAULT', default: null }],
        ],
      },
      returns: { kind: 'multiple', content: { kind: 'single', keys: [['id', { type: 'int' }]] } },
    });
    expect(catalogue.describe('mod_quiz_start', at('5.2'))?.returns).toBeNull();
  });

  it('since when and until when, as far as they go', () => {
    expect(catalogue.history('core_files_old')).toMatchObject({ since: undefined, gone: '5.0' });
    expect(catalogue.history('mod_quiz_start')).toMatchObject({ since: '4.2', gone: undefined, parameters: [] });
    expect(catalogue.history('core_user_find')).toEqual({
      since: undefined,
      gone: undefined,
      parameters: [
        { path: ['options', 'old'], since: undefined, gone: '4.4' },
        { path: ['options', 'value'], since: '4.4', gone: undefined },
        { path: ['limit'], since: '4.4', gone: undefined },
      ],
      returns: [],
    });
  });
});

describe('the shipped facts', () => {
  const text = readFileSync(new URL('../../../catalogue/moodle.jsonl', import.meta.url), 'utf8');
  const catalogue = new Catalogue(text);

  it('are about the versions that the server knows', () => {
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toEqual(moodleBranches);
  });

  it('hold every schema that they name', () => {
    const defined = new Set([...text.matchAll(/^\["([0-9a-f]{8})",/gm)].map(([, id]) => id));
    const functions = text.slice(0, text.indexOf('\n\n'));
    const named = [...functions.matchAll(/"(?:parameters|returns)":"([^"]*)"/g), ...text.matchAll(/"#([^"]*)"/g)];
    expect(named.length).toBeGreaterThan(2000);
    expect(named.map(([, id]) => id).filter((id) => !defined.has(id))).toEqual([]);
  });

  it('have the schemas of every function in every version', () => {
    const all = [...catalogue.names];
    expect(all.length).toBeGreaterThan(700);
    for (const name of all) {
      for (const [branch] of moodleBranches.filter(([one]) => catalogue.isIn(name, at(one)))) {
        const found = catalogue.describe(name, at(branch));
        expect(found, name).toMatchObject({ complete: true, parameters: { kind: 'single' } });
        expect(JSON.stringify(found), name).not.toMatch(/"type":"([^"]*[^a-z0-9_"][^"]*)?"/);
      }
    }
  });
});
