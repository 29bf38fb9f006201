import { expect, it } from 'vitest';
import { documentSelector } from './selector.ts';

const languages = (extra: unknown) => [...new Set(documentSelector(extra).map(({ language }) => language))];

it('has the languages of the design and those of the setting, once each', () => {
  expect(languages([])).toHaveLength(12);
  expect(languages(['php', 'ruby', 'ruby']).slice(11)).toEqual(['python', 'ruby']);
});

it('survives a setting of the wrong shape', () => {
  expect(languages('ruby')).toHaveLength(12);
  expect(languages([1, null, '', 'ruby']).slice(12)).toEqual(['ruby']);
});

it('matches saved and unsaved documents only', () => {
  expect(new Set(documentSelector([]).map(({ scheme }) => scheme))).toEqual(new Set(['file', 'untitled']));
});
