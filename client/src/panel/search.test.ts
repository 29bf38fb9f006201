import { describe, expect, it } from 'vitest';
import { argumentsProblem } from '../../webview/argumentsProblem.ts';
import { maxMatches, search } from '../../webview/search.ts';
import type { FunctionView } from './messages.ts';

const brief = (name: string, rest: Partial<FunctionView> = {}): FunctionView => ({
  name,
  component: 'core',
  type: 'read',
  ajax: false,
  loginrequired: true,
  deprecated: false,
  description: '',
  indexed: true,
  available: null,
  ...rest,
});

describe('search of functions', () => {
  const functions = [
    brief('mod_quiz_get_user_attempts', { component: 'mod_quiz' }),
    brief('core_user_get_users'),
    brief('core_user_get_users_old', { deprecated: true }),
    brief('core_course_search', { description: 'Finds courses of a User' }),
    brief('core_enrol_get_users_courses'),
    brief('mod_a_not_available', { available: false }),
    brief('mod_b_available', { available: true }),
  ];
  const names = (query: string) => search(functions, query).functions.map(({ name }) => name);

  it('ranks names that begin with the query, then names with its words, then descriptions', () => {
    expect(names('core user')).toEqual([
      'core_user_get_users',
      'core_user_get_users_old',
      'core_enrol_get_users_courses',
      'core_course_search',
    ]);
    expect(names('user')).toHaveLength(5);
  });

  it('wants every word, in any order, in any case', () => {
    expect(names('USERS courses')).toEqual(['core_enrol_get_users_courses']);
    expect(names('nothing like it')).toEqual([]);
  });

  it('puts deprecated functions last among equals and lists all for an empty query', () => {
    expect(names('').at(-1)).toBe('core_user_get_users_old');
  });

  it('puts what the token may not call behind what it may', () => {
    expect(names('available')).toEqual(['mod_b_available', 'mod_a_not_available']);
  });

  it('cuts a long list and says how much is missing', () => {
    const many = Array.from({ length: 250 }, (_, n) => brief(`mod_bulk_get_${n}`));
    const found = search(many, 'bulk');
    expect([found.functions.length, found.more]).toEqual([maxMatches, 150]);
  });
});

describe('arguments', () => {
  const texts = { argumentsNotJson: 'Not valid JSON: {0}', argumentsNotObject: 'not an object' };

  it.each(['', '  ', '{}', '{"a": [1, null]}'])('%j are fine', (text) => {
    expect(argumentsProblem(text, texts)).toBeNull();
  });

  it('are an object', () => {
    for (const text of ['[]', '1', 'null', '"a"']) expect(argumentsProblem(text, texts)).toBe('not an object');
  });

  it('say where the JSON is broken', () => {
    expect(argumentsProblem('{"a": 1,}', texts)).toMatch(/^Not valid JSON: .*position 8/);
  });
});
