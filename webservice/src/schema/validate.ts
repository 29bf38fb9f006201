import type { Json, SchemaNode } from './node.ts';
import { checkParam } from './paramCheck.ts';
import type { SiteFacts } from './paramCheck.ts';
import { phpText, phpType } from './phpScalar.ts';
import { walk } from './walk.ts';
import type { Direction, Problem, Walked } from './walk.ts';

/** What Moodle's exception says about a problem; the message in English, as on a site that runs in English. */
interface Refused extends Problem {
  exceptionClass: 'invalid_parameter_exception' | 'invalid_response_exception' | 'moodle_exception';
  errorcode: 'invalidparameter' | 'invalidresponse' | 'unknownparamtype';
  moodleMessage: string;
  /** With the way to the place, `courses => Invalid parameter value detected: …`; null where Moodle gives none. */
  debuginfo: string | null;
}

export interface Validation extends Omit<Walked, 'problems'> {
  /** In the order in which Moodle would come upon them; it throws at the first. */
  problems: Refused[];
}

export interface ValidateOptions {
  /**
   * Over REST every value arrives as text: true as `1`, false as `0`, numbers as their digits. Over AJAX they keep their
   * JSON type. `rest` unless said otherwise.
   */
  protocol?: 'rest' | 'ajax';
  site?: SiteFacts;
  /** How many problems to look for; 100 unless said otherwise. */
  maxProblems?: number;
}

const defaultMaxProblems = 100;

/**
 * What `external_api::validate_parameters` says to arguments (lib/external/classes/external_api.php; the same from
 * Moodle 3.11 to 5.0), except that it goes on after the first problem. `value` is what the function gets; a default that
 * only the site knows is `{"dynamic": source}` in it. Parameters without a schema let everything pass.
 */
export function validateParameters(
  parameters: SchemaNode | null,
  args: Json,
  options: ValidateOptions = {},
): Validation {
  const { protocol = 'rest', site = {}, maxProblems = defaultMaxProblems } = options;
  if (parameters === null) return { problems: [], more: false, unchecked: [], value: args };
  const direction: Direction = {
    strictLists: false,
    unexpectedKeys: 'problem',
    defaults: 'all',
    check: (value, type) => checkParam(value, type, site),
    words(kind, { node, value, keys }) {
      switch (kind) {
        case 'missing':
          return `Missing required key in single structure: ${keys.join('')}`;
        case 'unexpected':
          return `Unexpected keys (${keys.join(', ')}) detected in parameter array.`;
        case 'not-scalar':
          return 'Scalar type expected, array or object received.';
        case 'not-structure':
        case 'not-list':
          return `Only arrays accepted. The bad value is: '${text(value)}'`;
        case 'null':
        case 'refused':
          return `Invalid external api parameter: the value is "${text(value)}", the server was expecting "${typeOf(node)}" type`;
        case 'unknown-type':
          return unknownType();
        case 'too-deep':
          return tooDeep;
      }
    },
  };
  const walked = walk(parameters, protocol === 'rest' ? asSent(args, 0) : args, direction, maxProblems);
  return { ...walked, problems: walked.problems.map((problem) => refused(problem, 'parameter')) };
}

/**
 * What `external_api::clean_returnvalue` makes of a function's result (same file): keys that the schema does not name are
 * dropped, values cast, defaults of values filled in. The answer of a site has been through it.
 */
export function cleanReturnvalue(returns: SchemaNode, result: Json, site: SiteFacts = {}): Validation {
  const direction: Direction = {
    strictLists: false,
    unexpectedKeys: 'dropped',
    defaults: 'values',
    check: (value, type) => checkParam(value, type, site),
    words(kind, { node, value, keys }) {
      switch (kind) {
        case 'missing':
          return `Error in response - Missing following required key in a single structure: ${keys.join('')}`;
        case 'unexpected':
          return `Unexpected keys (${keys.join(', ')})`;
        case 'not-scalar':
          return 'Scalar type expected, array or object received.';
        case 'not-structure':
          return `Only arrays/objects accepted. The bad value is: '${text(value)}'`;
        case 'not-list':
          return `Only arrays accepted. The bad value is: '${text(value)}'`;
        case 'null':
        case 'refused':
          return `Invalid external api response: the value is "${text(value)}" of PHP type "${php(value)}", the server was expecting "${typeOf(node)}" type`;
        case 'unknown-type':
          return unknownType();
        case 'too-deep':
          return tooDeep;
      }
    },
  };
  const walked = walk(returns, result, direction, defaultMaxProblems);
  return { ...walked, problems: walked.problems.map((problem) => refused(problem, 'response')) };
}

const tooDeep = 'The value is nested too deep.';

const typeOf = (node: SchemaNode): string => (node.kind === 'value' ? node.type : '');

/** A structure or list is never quoted: where one stands, the words do not speak of its value. */
const text = (value: Json): string => (value !== null && typeof value === 'object' ? '' : phpText(value));

const php = (value: Json): string => (value !== null && typeof value === 'object' ? 'array' : phpType(value));

/** Moodle has no text for this error and shows the name of the text. */
const unknownType = (): string => 'error/unknownparamtype';

function refused(problem: Problem, what: 'parameter' | 'response'): Refused {
  const { kind, path, message } = problem;
  if (kind === 'unknown-type')
    return {
      ...problem,
      exceptionClass: 'moodle_exception',
      errorcode: 'unknownparamtype',
      moodleMessage: message,
      debuginfo: null,
    };
  const moodleMessage = `Invalid ${what} value detected`;
  // The key that is missing is named behind the way to its structure; positions in lists are not named at all.
  const way = (kind === 'missing' ? path.slice(0, -1) : path).filter((step) => typeof step === 'string');
  return {
    ...problem,
    exceptionClass: `invalid_${what}_exception`,
    errorcode: `invalid${what}`,
    moodleMessage,
    debuginfo: way.map((key) => `${key} => ${moodleMessage}: `).join('') + message,
  };
}

/** Values as a form carries them; null, which it cannot, stays. */
function asSent(value: Json, depth: number): Json {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value === 'string' || depth > maxSent) return value;
  if (Array.isArray(value)) return value.map((child) => asSent(child, depth + 1));
  const entries = Object.entries(value).map(([key, child]) => [key, asSent(child, depth + 1)]);
  return Object.fromEntries(entries) as Record<string, Json>;
}

/** Deeper than any schema; the walk refuses it. */
const maxSent = 600;
