import { describe, expect, it } from 'vitest';
import { checkParam } from './paramCheck.ts';
import { paramTypes } from './paramTypes.ts';
import { paramTable, tableTypes } from './paramTable.testkit.ts';

/** Those that may leave a value of the table to the site. */
const inPart = new Set(['clean', 'cleanhtml', 'username', 'email', 'localurl']);

describe('checkParam', () => {
  it.each(tableTypes)('says of PARAM type %s what Moodle says', (type) => {
    const verdicts = paramTable.map(([value]) => {
      const { kind } = checkParam(value, type);
      if (kind === 'unchecked') expect(inPart).toContain(type);
      return [value, kind];
    });
    const expected = paramTable.map(([value, types], i) => {
      const isUnchecked = verdicts[i]?.[1] === 'unchecked';
      return [value, isUnchecked ? 'unchecked' : types.split(' ').includes(type) ? 'accepted' : 'refused'];
    });
    expect(verdicts).toEqual(expected);
  });

  it('gives what the function gets', () => {
    const got = (value: boolean | number | string, type: string) => {
      const checked = checkParam(value, type);
      return checked.kind === 'accepted' ? checked.value : checked.kind;
    };
    expect([got('12', 'int'), got('1e3', 'float'), got('0', 'bool'), got(true, 'bool')]).toEqual([
      12,
      1000,
      false,
      true,
    ]);
    expect([got(5, 'raw'), got(5, 'text'), got(true, 'int'), got('-1000', 'permission')]).toEqual([5, '5', 1, -1000]);
  });

  it('leaves to the site what only the site knows', () => {
    const kinds = (type: string, ...values: string[]) => values.map((value) => checkParam(value, type).kind);
    expect(kinds('lang', 'en', '', 'de', 'd e')).toEqual(['accepted', 'accepted', 'unchecked', 'refused']);
    expect(kinds('theme', '', 'boost', 'Boost')).toEqual(['accepted', 'unchecked', 'refused']);
    expect(kinds('auth', 'manual', 'no-auth')).toEqual(['unchecked', 'refused']);
    expect(kinds('capability', 'moodle/site:config', '')).toEqual(['unchecked', 'accepted']);
    expect(kinds('host', 'example.org')).toEqual(['unchecked']);
    expect(kinds('cleanhtml', '<p>x</p>', 'x', ' x')).toEqual(['unchecked', 'accepted', 'refused']);
    expect(kinds('username', 'jane', 'jan\u00e9', 'Jane')).toEqual(['accepted', 'unchecked', 'refused']);
  });

  it('uses what is known of the site', () => {
    const site = { wwwroot: 'https://a.example/m', extendedusernamechars: false };
    expect(checkParam('jan\u00e9', 'username', site).kind).toBe('refused');
    expect(checkParam('https://A.example/m/x.php', 'localurl', site).kind).toBe('accepted');
    expect(checkParam('https://b.example/', 'localurl', site).kind).toBe('refused');
    expect(checkParam('https://b.example/', 'localurl').kind).toBe('unchecked');
  });

  it('knows every PARAM constant and no other', () => {
    for (const { value } of paramTypes) expect(checkParam('', value).kind).not.toBe('unknown-type');
    for (const type of ['', 'constructor', 'integer', 'INT']) expect(checkParam('', type).kind).toBe('unknown-type');
  });

  it('is not held up by values made to be slow', { timeout: 30_000 }, () => {
    for (const piece of ['a', '/', 'a.', ';', '%41', ' ', '<', 'a_', '<lang lang="en">', 'A\n', '-a', '@', '1'])
      for (const type of tableTypes) checkParam(`${piece.repeat(20_000)}\u0001`, type);
  });
});
