import { describe, expect, it } from 'vitest';
import type { Json } from './node.ts';
import { writingFunctions } from './writes.ts';

const types: Record<string, string> = {
  core_course_get: 'read',
  core_course_set_favourite_courses: 'read',
  core_course_delete: 'write',
  local_odd_get: 'Read',
  tool_mobile_call_external_functions: 'read',
};
const writing = (name: string, args: Json = {}) => writingFunctions(name, args, (each) => types[each]);

describe('a call writes', () => {
  it('unless its function is declared to read', () => {
    expect(writing('core_course_get')).toEqual([]);
    expect(writing('core_course_delete')).toEqual(['core_course_delete']);
    expect(writing('local_odd_get')).toEqual(['local_odd_get']);
    expect(writing('local_unknown_get')).toEqual(['local_unknown_get']);
  });

  it('where the function is known to write whatever it declares', () => {
    expect(writing('core_course_set_favourite_courses')).toEqual(['core_course_set_favourite_courses']);
  });

  it('as the functions do that it calls in turn', () => {
    const call = (...names: unknown[]) =>
      writing('tool_mobile_call_external_functions', { requests: names.map((name) => ({ function: name as Json })) });
    expect(call('core_course_get', 'core_course_get')).toEqual([]);
    expect(call('core_course_get', 'local_unknown_get', 'core_course_delete')).toEqual([
      'core_course_delete',
      'local_unknown_get',
    ]);
    expect(call('tool_mobile_call_external_functions')).toEqual(['tool_mobile_call_external_functions']);
    expect(call(7)).toEqual(['tool_mobile_call_external_functions']);
    expect(writing('tool_mobile_call_external_functions', { requests: 'x' })).toHaveLength(1);
    expect(
      writing('tool_mobile_call_external_functions', { requests: { a: { function: 'core_course_get' } } }),
    ).toEqual([]);
  });
});
