import { describe, expect, it } from 'vitest';
import { multiple, single, value } from './nodes.testkit.ts';
import { renderParameters, renderReturns, renderSignature } from './render.ts';
import { typeText } from './typeText.ts';

const option = single({ name: value('alpha', { desc: 'Name of the option' }), value: value('raw') });
const parameters = single({
  courseid: value('int', { desc: 'Course id' }),
  options: multiple(option, { desc: 'Options', required: 'VALUE_DEFAULT', default: [] }),
});

describe('renderSignature', () => {
  it('is one line that marks what may be left out', () => {
    expect(renderSignature({ name: 'core_course_get_contents', parameters })).toBe(
      'core_course_get_contents(courseid: int, options?: list)',
    );
  });

  it('bears missing and many parameters', () => {
    expect(renderSignature({ name: 'f', parameters: null })).toBe('f()');
    const many = single(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, value('int')])));
    expect(renderSignature({ name: 'f', parameters: many })).toMatch(/, p11: int, …\)$/);
  });
});

describe('renderParameters', () => {
  it('shows nested keys below the list that holds them', () => {
    expect(renderParameters(parameters).split('\n')).toEqual([
      '| Parameter | Type | | Description |',
      '|---|---|---|---|',
      '| `courseid` | `int` | required | Course id |',
      '| `options` | list of objects | default `[]` | Options |',
      '| &nbsp;&nbsp;↳ `name` | `alpha` | required | Name of the option |',
      '| &nbsp;&nbsp;↳ `value` | `raw` | required |  |',
    ]);
  });

  it('tells presence and defaults, also faulty and dynamic ones', () => {
    const rows = renderParameters(
      single({
        a: value('text', { required: 'VALUE_OPTIONAL' }),
        b: value('int', { required: 'VALUE_DEFAULT', default: { dynamic: 'time() | 0' } }),
        c: value('int', { required: { invalid: true }, desc: 3 }),
        d: single({}, { allownull: true }),
        e: multiple(multiple(value('int', { desc: 'inner' }))),
      }),
    );
    expect(rows).toContain('| `a` | `text` | optional |  |');
    expect(rows).toContain('| `b` | `int` | default time() \\| 0 |  |');
    expect(rows).toContain('| `c` | `int` | invalid: `true` |  |');
    expect(rows).toContain('| `d` | object or null | required |  |');
    expect(rows).toContain('| `e` | list of list of `int` | required | inner |');
  });

  it('has a sentence where there is no table', () => {
    expect(renderParameters(single({}))).toBe('No parameters.');
    expect(renderParameters(null)).toBe('The parameters are not known.');
    expect(renderParameters(single({ a: value('int') }, { complete: false }))).toMatch(/^Parts of .*\n\n\| Parameter/);
  });

  it('says how many rows it leaves out', () => {
    const wide = single(Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`k${i}`, value('int')])));
    expect(renderParameters(wide)).toMatch(/\n\n… and 10 more\.$/);
    const huge = single(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, value('int')])));
    expect(renderParameters(huge)).toMatch(/\n\n… and more than 1000 more\.$/);
  });

  it('stops at a depth and names what is below', () => {
    let deep = single({ leaf: value('int') });
    for (let i = 0; i < 20_000; i++) deep = single({ down: deep });
    const rows = renderParameters(deep).split('\n');
    expect(rows).toHaveLength(2 + 4);
    expect(rows.at(-1)).toContain('↳ `down` | \\{down\\} |');
  });

  it('lets no text of the source out of its cell', () => {
    const rows = renderParameters(single({ 'a|b`': value('x|<i>', { desc: 'one\n\n| two | [x](command:y)' }) }));
    expect(rows.split('\n')[2]).toBe('| a\\|b\\` | x\\|&lt;i&gt; | required | one \\| two \\| \\[x\\](command:y) |');
  });
});

describe('renderReturns', () => {
  it('names the type and lists the keys', () => {
    expect(renderReturns(null)).toBe('Returns nothing.');
    expect(renderReturns(value('bool', { desc: 'True if done' }))).toBe('Returns `bool` – True if done');
    expect(renderReturns(multiple(value('int')))).toBe('Returns list of `int`');
    expect(renderReturns(multiple(option)).split('\n').slice(0, 3)).toEqual([
      'Returns list of objects',
      '',
      '| Key | Type | | Description |',
    ]);
  });
});

describe('typeText', () => {
  it('is a few words', () => {
    expect(typeText(value('int'))).toBe('int');
    expect(typeText(multiple(option))).toBe('list of {name, value}');
    const wide = single({ a: value('int'), b: value('int'), c: value('int'), d: value('int'), e: value('int') });
    expect(typeText(wide)).toBe('{a, b, c, d, …}');
    expect(typeText(multiple(multiple(multiple(multiple(value('int'))))))).toBe('list of list of list of list');
  });
});
