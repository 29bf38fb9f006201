import { describe, expect, it } from 'vitest';
import type { SchemaNode } from './node.ts';
import { multiple, single, value } from './nodes.testkit.ts';
import { sampleArguments } from './sample.ts';

describe('sampleArguments', () => {
  it('has an empty value of its type for every required key', () => {
    const parameters = single({
      id: value('int'),
      grade: value('float'),
      name: value('text'),
      visible: value('bool'),
      odd: value('constructor'),
      ids: multiple(value('int')),
      courses: multiple(single({ shortname: value('text'), note: value('raw', { required: 'VALUE_OPTIONAL' }) })),
    });
    expect(sampleArguments(parameters)).toEqual({
      id: 0,
      grade: 0,
      name: '',
      visible: false,
      odd: '',
      ids: [0],
      courses: [{ shortname: '' }],
    });
  });

  it('uses the defaults that a call can carry', () => {
    const withDefault = (type: string, value_: SchemaNode['default']) =>
      value(type, { required: 'VALUE_DEFAULT', default: value_ });
    const parameters = single({
      limit: withDefault('int', 20),
      visible: withDefault('bool', 1),
      lang: withDefault('lang', null),
      since: withDefault('int', { dynamic: 'time()' }),
      ids: multiple(value('int'), { required: 'VALUE_DEFAULT', default: [] }),
      order: multiple(value('int'), { required: 'VALUE_DEFAULT', default: [1, 2] }),
      format: value('int', { default: 1 }),
      cmid: value('int', { default: '' }),
    });
    expect(sampleArguments(parameters)).toEqual({ limit: 20, visible: true, order: [1, 2], format: 1, cmid: 0 });
  });

  it('leaves no required structure empty', () => {
    const optional = { required: 'VALUE_OPTIONAL' } as const;
    const area = single({ tag: value('tag', optional), page: value('int', optional) });
    expect(sampleArguments(single({ area, areas: multiple(area), not: value('int', optional) }))).toEqual({
      area: { tag: '' },
      areas: [{ tag: '' }],
    });
  });

  it('is an empty object without parameters', () => {
    expect(sampleArguments(null)).toEqual({});
    expect(sampleArguments(single({}))).toEqual({});
  });

  it('keeps odd names as keys and bears any depth', () => {
    const parameters = single({});
    parameters.keys.push(['__proto__', value('int')]);
    expect(JSON.stringify(sampleArguments(parameters))).toBe('{"__proto__":0}');
    let deep: SchemaNode = value('int');
    for (let i = 0; i < 20_000; i++) deep = single({ down: deep });
    expect(JSON.stringify(sampleArguments(deep)).length).toBeLessThan(500);
  });
});
