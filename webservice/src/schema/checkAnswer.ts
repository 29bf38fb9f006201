import type { Json, SchemaNode } from './node.ts';
import { checkParam } from './paramCheck.ts';
import type { Checked } from './paramCheck.ts';
import { walk } from './walk.ts';
import type { Direction, Path, ProblemKind } from './walk.ts';

/** One place where an answer is not what the schema says. */
export interface Deviation {
  kind: ProblemKind;
  /** Of `missing` the key that is not there, of `unexpected` the key that should not be. */
  path: Path;
  /** One plain sentence. */
  text: string;
}

/** How many deviations are told; a wrong schema would repeat one at every element of a list. */
const maxDeviations = 200;

const numbers = new Set(['int', 'float', 'permission', 'localisedfloat']);
/** These types leave a value the type that the function gave it. */
const anyScalar = new Set(['raw', 'clean']);

/**
 * Compares an answer (JSON, as REST and AJAX give it) with what the function declares to return. A site that runs the
 * same schema has cleaned its answer by it, so a deviation tells that it runs another one, or that something changed the
 * answer afterwards. PHP writes an empty structure as `[]`, which is none. Bounded: 512 levels, 200 deviations.
 */
export function checkAnswer(returns: SchemaNode | null, answer: Json): { deviations: Deviation[]; more: boolean } {
  if (returns === null) {
    const text = 'The function declares to return nothing, but there is a value.';
    return { deviations: answer === null ? [] : [{ kind: 'unexpected', path: [], text }], more: false };
  }
  const { problems, more } = walk(returns, answer, direction, maxDeviations);
  const deviations = problems.flatMap(({ kind, path, keys, message }): Deviation[] =>
    kind === 'unexpected'
      ? keys.map((key) => ({ kind, path: [...path, key], text: message }))
      : [{ kind, path, text: message }],
  );
  return { deviations: deviations.slice(0, maxDeviations), more: more || deviations.length > maxDeviations };
}

const direction: Direction = {
  strictLists: true,
  unexpectedKeys: 'problem',
  defaults: 'none',
  check: checkAnswered,
  words(kind, { node, value, keys }) {
    const type = node.kind === 'value' ? node.type : '';
    switch (kind) {
      case 'missing':
        return `The required key ${keys.join('')} is missing.`;
      case 'unexpected':
        return 'The schema does not name this key.';
      case 'null':
        return `It is null, which the schema does not allow for this ${type === '' ? 'value' : type}.`;
      case 'not-scalar':
        return `A single value of type ${type} was expected, ${jsonType(value)} came.`;
      case 'not-structure':
        return `A structure was expected, ${jsonType(value)} came.`;
      case 'not-list':
        return `A list was expected, ${jsonType(value)} came.`;
      case 'refused':
        return `A value of type ${type} was expected, ${jsonType(value)} came that is none.`;
      case 'unknown-type':
        return `The schema has the type ${type}, which Moodle does not know.`;
      case 'too-deep':
        return 'It is nested too deep.';
    }
  },
};

function checkAnswered(value: boolean | number | string, type: string): Checked {
  const checked = checkParam(value, type);
  const expected = numbers.has(type) ? 'number' : type === 'bool' ? 'boolean' : 'string';
  const fits = anyScalar.has(type) || typeof value === expected;
  return checked.kind === 'unknown-type' || fits ? checked : { kind: 'refused' };
}

function jsonType(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a structure';
  return typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : 'a boolean';
}
