import { describe, expect, it } from 'vitest';
import { argumentsSchema } from './jsonSchema.ts';
import type { SchemaNode } from './node.ts';
import { multiple, single, value } from './nodes.testkit.ts';

describe('arguments as a JSON Schema', () => {
  it('have the keys, which of them are required, and nothing else', () => {
    const schema = argumentsSchema(
      single({ id: value('int'), search: value('text', { required: 'VALUE_DEFAULT', default: '' }) }),
    );
    expect(schema).toMatchObject({ type: 'object', required: ['id'], additionalProperties: false });
    expect(Object.keys(schema.properties!)).toEqual(['id', 'search']);
  });

  it('nest as the parameters do', () => {
    const { properties } = argumentsSchema(single({ groups: multiple(single({ name: value('text') })) }));
    expect(properties!['groups']).toMatchObject({ type: 'array', items: { type: 'object', required: ['name'] } });
  });

  it('take a number as text too, as REST sends it', () => {
    const { type, pattern } = argumentsSchema(single({ id: value('int') })).properties!['id']!;
    expect(type).toEqual(['integer', 'string']);
    expect(['0', '-7', '12'].every((text) => new RegExp(pattern!).test(text))).toBe(true);
    expect(['', '02', '+2', '2.0', '-0'].some((text) => new RegExp(pattern!).test(text))).toBe(false);
  });

  it('explain a key by its type, its description and its default', () => {
    const limit = value('int', { desc: 'At [most](command:x)', required: 'VALUE_DEFAULT', default: 20 });
    const text = argumentsSchema(single({ limit })).properties!['limit']!.markdownDescription!;
    expect(text).toMatch(/^`int`\n\nAt \\\[most\\\]\(command:x\)\n\n.*whole number.*\n\nDefault: `20`$/i);
  });

  it('propose a value that can be sent', () => {
    const { defaultSnippets } = argumentsSchema(single({ ids: multiple(value('int')) })).properties!['ids']!;
    expect(defaultSnippets).toEqual([{ label: 'list of int', body: [0] }]);
  });

  it('are any object for a function that is not known, and bear any depth', () => {
    expect(argumentsSchema(null)).toEqual({ type: 'object' });
    let deep: SchemaNode = value('int');
    for (let i = 0; i < 20_000; i++) deep = single({ down: deep });
    expect(JSON.stringify(argumentsSchema(deep)).length).toBeLessThan(200_000);
  });
});
