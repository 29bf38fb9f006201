import { describe, expect, it } from 'vitest';
import type { Json, SchemaNode } from './node.ts';
import { multiple, single, value } from './nodes.testkit.ts';
import { cleanReturnvalue, validateParameters } from './validate.ts';

const optional = { required: 'VALUE_OPTIONAL' } as const;
const withDefault = (type: string, byDefault: Json) => value(type, { required: 'VALUE_DEFAULT', default: byDefault });

const parameters = single({
  courses: multiple(single({ fullname: value('text'), categoryid: value('int'), note: value('raw', optional) })),
  dryrun: withDefault('bool', false),
});
const course = { fullname: 'A', categoryid: 1 };

function debuginfo(schema: SchemaNode, args: Json, protocol: 'rest' | 'ajax' = 'rest') {
  return validateParameters(schema, args, { protocol }).problems.map((problem) => problem.debuginfo);
}

describe('validateParameters', () => {
  it('gives what the function gets: values cast and defaults filled in', () => {
    const { problems, value: got } = validateParameters(parameters, { courses: [{ ...course, categoryid: '7' }] });
    expect(problems).toEqual([]);
    expect(got).toEqual({ courses: [{ fullname: 'A', categoryid: 7 }], dryrun: false });
  });

  it("says a problem in Moodle's words, with its place", () => {
    const { problems } = validateParameters(parameters, { courses: [course, { ...course, categoryid: 'x' }] });
    expect(problems).toEqual([
      {
        kind: 'refused',
        path: ['courses', 1, 'categoryid'],
        keys: [],
        message: 'Invalid external api parameter: the value is "x", the server was expecting "int" type',
        exceptionClass: 'invalid_parameter_exception',
        errorcode: 'invalidparameter',
        moodleMessage: 'Invalid parameter value detected',
        debuginfo:
          'courses => Invalid parameter value detected: categoryid => Invalid parameter value detected: ' +
          'Invalid external api parameter: the value is "x", the server was expecting "int" type',
      },
    ]);
  });

  it('goes on to the other problems, in the order of the schema', () => {
    const args = { more: 1, dryrun: 'no', courses: [{ fullname: '<b>' }] };
    const { problems } = validateParameters(parameters, args);
    expect(problems.map(({ kind, path, keys }) => [kind, path.join('.'), ...keys])).toEqual([
      ['refused', 'courses.0.fullname'],
      ['missing', 'courses.0.categoryid'],
      ['refused', 'dryrun'],
      ['unexpected', '', 'more'],
    ]);
  });

  it.each<[string, SchemaNode, Json, string]>([
    ['a missing key', single({ userid: value('int') }), {}, 'Missing required key in single structure: userid'],
    [
      'a missing key below',
      parameters,
      { courses: [{ fullname: 'A' }] },
      'courses => Invalid parameter value detected: Missing required key in single structure: categoryid',
    ],
    ['unknown keys', single({}), { a: 1, b: 2 }, 'Unexpected keys (a, b) detected in parameter array.'],
    [
      'a list for a value',
      single({ userid: value('int') }),
      { userid: ['2'] },
      'userid => Invalid parameter value detected: Scalar type expected, array or object received.',
    ],
    [
      'a value for a list',
      single({ ids: multiple(value('int')) }),
      { ids: '2,3' },
      "ids => Invalid parameter value detected: Only arrays accepted. The bad value is: '2,3'",
    ],
    [
      'null where it is not allowed',
      single({ id: value('int', { allownull: false }) }),
      { id: null },
      'id => Invalid parameter value detected: Invalid external api parameter: the value is "", the server was expecting "int" type',
    ],
    [
      'a default that the type refuses',
      single({ id: withDefault('int', 'x') }),
      {},
      'id => Invalid parameter value detected: Invalid external api parameter: the value is "x", the server was expecting "int" type',
    ],
  ])('refuses %s', (_, schema, args, expected) => {
    expect(debuginfo(schema, args)).toEqual([expected]);
  });

  it('fails as Moodle does where the schema names a type that there is not', () => {
    const { problems } = validateParameters(single({ id: value('integer') }), { id: 1 });
    expect(problems).toMatchObject([{ kind: 'unknown-type', exceptionClass: 'moodle_exception', debuginfo: null }]);
  });

  it('tells apart what REST sends as text and what AJAX sends as JSON', () => {
    const schema = single({ n: value('int'), f: value('float') });
    expect(debuginfo(schema, { n: false, f: true })).toEqual([]);
    expect(debuginfo(schema, { n: false, f: true }, 'ajax')).toHaveLength(2);
  });

  it('takes any keys for a list, a list for a structure, and null where it is allowed', () => {
    const schema = single({ ids: multiple(value('int')), s: single({ 0: value('int') }), t: value('text') });
    const { problems, value: got } = validateParameters(schema, { ids: { x: 3, 9: 4 }, s: [1], t: null });
    expect(problems).toEqual([]);
    expect(got).toEqual({ ids: [4, 3], s: { 0: 1 }, t: null });
  });

  it('lets faulty `required` decide as PHP compares it', () => {
    const schema = single({
      a: value('int', { required: { invalid: true } }),
      b: value('int', { required: { invalid: false }, default: 5 }),
      c: value('int', { required: { invalid: [] } }),
    });
    const { problems, value: got } = validateParameters(schema, {});
    expect(problems.map(({ path }) => path)).toEqual([['a']]);
    expect(got).toEqual({ b: 5 });
  });

  it('is silent where the schema is not known', () => {
    expect(debuginfo(single({ a: value('', { complete: false }) }, { complete: false }), { a: 'x', b: 1 })).toEqual([]);
    expect(validateParameters(null, { a: 1 }).problems).toEqual([]);
  });

  it('names the values that are left to the site', () => {
    const { unchecked } = validateParameters(single({ html: value('cleanhtml') }), { html: '<p>a</p>' });
    expect(unchecked).toEqual([{ path: ['html'], type: 'cleanhtml' }]);
  });

  it('keeps odd names as keys', () => {
    const args = JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}') as Json;
    const { problems } = validateParameters(single({}), args);
    expect(problems[0]?.keys).toEqual(['__proto__', 'constructor']);
  });

  it('bears any depth and any number of problems', { timeout: 30_000 }, () => {
    let schema: SchemaNode = value('int');
    let args: Json = 1;
    for (let i = 0; i < 100_000; i++) {
      schema = multiple(schema);
      args = [args];
    }
    expect(validateParameters(schema, args).problems.map(({ kind }) => kind)).toEqual(['too-deep']);
    const many = validateParameters(multiple(value('int')), Array<Json>(200_000).fill('x'), { maxProblems: 3 });
    expect([many.problems.length, many.more]).toEqual([3, true]);
  });
});

describe('cleanReturnvalue', () => {
  const returns = single({ id: value('int'), name: value('text', optional), hidden: withDefault('bool', 0) });

  it('drops what the schema does not name, casts values and fills in defaults', () => {
    const { problems, value: got } = cleanReturnvalue(returns, { id: '5', more: 1 });
    expect(problems).toEqual([]);
    expect(got).toEqual({ id: 5, hidden: false });
  });

  it.each<[Json, string]>([
    [{}, 'Error in response - Missing following required key in a single structure: id'],
    ['x', "Only arrays/objects accepted. The bad value is: 'x'"],
    [
      { id: 1.5 },
      'id => Invalid response value detected: Invalid external api response: the value is "1.5" of PHP type "double", the server was expecting "int" type',
    ],
  ])("refuses %j in Moodle's words", (result, expected) => {
    expect(cleanReturnvalue(returns, result).problems[0]).toMatchObject({
      exceptionClass: 'invalid_response_exception',
      errorcode: 'invalidresponse',
      debuginfo: expected,
    });
  });
});
