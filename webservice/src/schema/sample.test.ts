import { describe, expect, it } from 'vitest';
import type { SchemaNode } from './node.ts';
import { multiple, single, value } from './nodes.testkit.ts';
import { sampleArguments, sampleValue } from './sample.ts';

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

  it('leaves out what has a default', () => {
    const limit = value('int', { required: 'VALUE_DEFAULT', default: 20 });
    expect(sampleArguments(single({ limit, format: value('int', { default: 1 }) }))).toEqual({ format: 1 });
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

describe('sampleValue', () => {
  it('is the default where a call can carry it', () => {
    const withDefault = (type: string, value_: SchemaNode['default']) =>
      sampleValue(value(type, { required: 'VALUE_DEFAULT', default: value_ }));
    expect(withDefault('int', 20)).toBe(20);
    expect(withDefault('int', '')).toBe(0);
    expect(withDefault('bool', 1)).toBe(true);
    expect(withDefault('lang', null)).toBe('');
    expect(withDefault('int', { dynamic: 'time()' })).toBe(0);
    expect(sampleValue(multiple(value('int'), { default: [] }))).toEqual([0]);
    expect(sampleValue(multiple(value('int'), { default: [1, 2] }))).toEqual([1, 2]);
  });
});
