import { describe, expect, it } from 'vitest';
import type { Json } from '../../../webservice/src/schema/node.ts';
import { multiple, single, value } from '../../../webservice/src/schema/nodes.testkit.ts';
import { fromText, moved, part, toText, without, withValue } from '../../webview/form/edits.ts';
import { entriesOf } from '../../webview/form/pairs.ts';

describe('edits of arguments', () => {
  const args: Json = { groups: [{ id: 1 }, { id: 2, name: 'Blue' }, { id: 3 }] };

  it('change a value where it is, or add it', () => {
    expect(withValue(args, ['groups', 1, 'name'], 'Green')).toEqual({
      groups: [{ id: 1 }, { id: 2, name: 'Green' }, { id: 3 }],
    });
    expect(withValue({}, ['id'], 7)).toEqual({ id: 7 });
    expect(withValue({ a: 1 }, ['b', 'c'], 7)).toEqual({ a: 1 });
  });

  it('take keys and elements out', () => {
    expect(without(args, ['groups', 0])).toEqual({ groups: [{ id: 2, name: 'Blue' }, { id: 3 }] });
    expect(without({ a: 1, b: 2 }, ['a'])).toEqual({ b: 2 });
  });

  it('move elements, but not beyond the ends of their list', () => {
    expect(moved([1, 2, 3], [0], 1)).toEqual([2, 1, 3]);
    expect(moved([1, 2, 3], [2], -1)).toEqual([1, 3, 2]);
    expect(moved([1, 2, 3], [0], -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], [2], 1)).toEqual([1, 2, 3]);
  });

  it('leave the value before them as it was, and bear names of the prototype', () => {
    expect(args).toEqual({ groups: [{ id: 1 }, { id: 2, name: 'Blue' }, { id: 3 }] });
    expect(JSON.stringify(withValue({}, ['__proto__'], 1))).toBe('{"__proto__":1}');
    expect(part({}, 'constructor')).toBeUndefined();
  });
});

describe('the text of a field', () => {
  it('is a number only where it is written as one, so that nothing typed is lost', () => {
    expect(
      ['7', '-1', '02', '7.', '', ' 7', '9007199254740993', 'Infinity'].map((text) => fromText(text, 'int')),
    ).toEqual([7, -1, '02', '7.', '', ' 7', '9007199254740993', 'Infinity']);
    expect([fromText('7', 'raw'), fromText('1.5', 'float'), fromText('true', 'bool'), fromText('yes', 'bool')]).toEqual(
      ['7', 1.5, true, 'yes'],
    );
  });

  it('shows every value as it would be typed', () => {
    expect([toText(7), toText(false), toText(null), toText(undefined), toText([1])]).toEqual([
      '7',
      'false',
      '',
      '',
      '[1]',
    ]);
  });
});

describe('text and format', () => {
  const pairs = (...keys: [string, string][]) =>
    entriesOf(single(Object.fromEntries(keys.map(([key, type]) => [key, value(type)])))).map(({ key, format }) =>
      format ? `${key}+${format.key}` : key,
    );

  it('stand together', () => {
    expect(pairs(['descriptionformat', 'int'], ['name', 'text'], ['description', 'raw'])).toEqual([
      'name',
      'description+descriptionformat',
    ]);
    expect(pairs(['text', 'raw'], ['format', 'int'], ['itemid', 'int'])).toEqual(['text+format', 'itemid']);
  });

  it('are only what Moodle means by it', () => {
    expect(pairs(['format', 'int'], ['name', 'text'])).toEqual(['format', 'name']);
    expect(pairs(['date', 'text'], ['dateformat', 'text'])).toEqual(['date', 'dateformat']);
    const list = single({ items: multiple(value('int')), itemsformat: value('int') });
    expect(entriesOf(list)).toHaveLength(2);
  });
});
