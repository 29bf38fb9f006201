import { describe, expect, it } from 'vitest';
import { documentOf } from './documents.ts';
import { readConfig } from './configFile.ts';

const ids = new Set(['services-syntax', 'js-method-unknown']);
const read = (text: string) => {
  const { config, problems } = readConfig(documentOf('/code/moodle-ws.json', text), ids);
  return { config, problems: problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`) };
};

describe('readConfig', () => {
  it('reads rules and targets, with comments and trailing commas', () => {
    expect(
      read(`{
        "$schema": "x",
        // ours
        "rules": { "services-syntax": "off", "js-method-unknown": "hint", },
        "targets": { "from": "3.9", "to": "5.0" },
      }`),
    ).toEqual({
      config: { rules: { 'services-syntax': 'off', 'js-method-unknown': 'hint' }, targets: { from: 39, to: 500 } },
      problems: [],
    });
    expect(read('{"targets": {"from": "3.11"}}').config.targets).toEqual({ from: 311, to: Infinity });
  });

  it.each([
    [
      '{"rules": {"services-sintax": "off", "js-method-unknown": "off"}}',
      'services-sintax: There is no rule services-sintax. Did you mean services-syntax?',
    ],
    [
      '{"rules": {"services-syntax": "of", "js-method-unknown": "off"}}',
      '"of": A rule can be error, warning, info, hint, off.',
    ],
    ['{"rules": {"js-method-unknown": "off"}, "rule": 1}', 'rule: There is no setting rule. Did you mean rules?'],
    ['{"rules": {"js-method-unknown": "off"}, "targets": "4.1"}', '"4.1": An object is expected here.'],
    [
      '{"rules": {"js-method-unknown": "off"}, "targets": {"from": 4.1}}',
      '4.1: This is no version of Moodle, like "4.1".',
    ],
    [
      '{"rules": {"js-method-unknown": "off"} "targets": {}}',
      '"targets": This is not JSON: a comma is missing. The rest of the file counts.',
    ],
    [
      '{"rules": {"services-syntax": , "js-method-unknown": "off"}}',
      ',: This is not JSON: a value is missing. The rest of the file counts.',
    ],
    [
      '{"rules": {"js-method-unknown": "off"',
      '": This is not JSON: a closing brace is missing. The rest of the file counts.',
    ],
    [
      '{"rules": {"js-method-unknown": "off"}, "targets": {}} {}',
      '{: This is not JSON: something follows behind the object. The rest of the file counts.',
    ],
    [
      '{"rules": {"js-method-unknown": "off"}\n',
      '}: This is not JSON: a closing brace is missing. The rest of the file counts.',
    ],
  ])('%s costs what is broken', (text, problem) => {
    const { config, problems } = read(text);
    expect(problems).toEqual([problem]);
    expect(config.rules).toEqual({ 'js-method-unknown': 'off' });
  });

  it('a byte order mark is none of its problems', () => {
    const { config, problems } = read('\uFEFF{"rules": {"js-method-unknown": "off"}}');
    expect(problems).toEqual([]);
    expect(config.rules).toEqual({ 'js-method-unknown': 'off' });
  });

  it.each(['', '[]', '7', '"x"', '{"rules": {"__proto__": "off"}}', 'nonsense'])('%s sets nothing', (text) => {
    const { config, problems } = read(text);
    expect(config.rules).toEqual({});
    expect(problems.length).toBeGreaterThan(0);
  });
});
