import { describe, expect, it } from 'vitest';
import { branchCode, moodleBranches, supportedBranches, versionOfBranch } from './moodleVersions.ts';

const range = (...lines: string[]) => {
  const { first, last, isAll } = supportedBranches(`<?php\n${lines.map((line) => `$plugin->${line};`).join('\n')}`);
  return `${moodleBranches[first]?.[0]}-${moodleBranches[last]?.[0]}${isAll ? '' : ' and others'}`;
};

describe('the versions of Moodle that a plugin supports', () => {
  it.each([
    ['3.9-5.2 and others', []],
    ['4.1-5.2 and others', ['requires = 2022112800']],
    // A later release of 4.1, a development version before 4.2, and a decimal.
    ['4.1-5.2 and others', ['requires = 2022112805']],
    ['4.2-5.2 and others', ["requires = '2023031400'"]],
    ['4.5-5.2 and others', ['requires = 2024100700.02']],
    ['4.1-4.5', ['requires = 2022112800', 'supported = [401, 405]']],
    ['4.2-4.5', ['requires = 2023042400', 'supported = array(401, 405)']],
    ['3.9-3.11', ['requires = 2020061500', 'supported = [39, 311]']],
    ['4.1-4.4', ['requires = 2022112800', 'incompatible = 405']],
    ['4.1-5.2 and others', ['requires = 2022112800', 'supported = [401, 503]']],
    ['3.9-4.5 and others', ['requires = 2018051700', 'supported = [35, 405]']],
    ['5.2-5.2 and others', ['requires = 2029010100', 'supported = [600, 601]']],
  ])('%s', (expected, lines) => {
    expect(range(...lines)).toBe(expected);
  });
});

it('has names for branches, and codes for names', () => {
  const codes = [34, 39, 310, 401, 502];
  const names = ['3.4', '3.9', '3.10', '4.1', '5.2'];
  expect(codes.map(versionOfBranch)).toEqual(names);
  expect(names.map(branchCode)).toEqual(codes);
});
