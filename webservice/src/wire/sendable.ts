import type { Json } from '../schema/node.ts';
import type { Call, Unsendable, UnsendableReason } from './outcome.ts';

/** PHP drops what is nested deeper in a form (`max_input_nesting_level`), and no function takes anything as deep. */
export const maxArgumentNesting = 64;
const loneSurrogate = /[\ud800-\udfff]/u;

/** Why a call cannot be sent as JSON or XML, which can say all that JSON can; null where it can. */
export function findUnsendable({ function: name, args }: Call): Unsendable | null {
  if (!isFunctionName(name)) return unsendable('function-name', '');
  if (args === null || typeof args !== 'object' || Array.isArray(args)) return unsendable('not-an-object', '');
  return findIn(args, '', 0);
}

/** What Moodle's PARAM_ALPHANUMEXT leaves of a name. */
export const isFunctionName = (name: string): boolean => /^[\w-]+$/.test(name);

function findIn(value: Json, path: string, depth: number): Unsendable | null {
  if (value === null || typeof value !== 'object') {
    const reason = scalarProblem(value);
    return reason === null ? null : unsendable(reason, path);
  }
  if (depth > maxArgumentNesting) return unsendable('too-deep', path.slice(0, 100));
  for (const [key, child] of Object.entries(value)) {
    const below = path === '' ? key : `${path}[${key}]`;
    const found = loneSurrogate.test(key) ? unsendable('key', below) : findIn(child, below, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** What no protocol can send of a single value: JavaScript has rounded it already, or it is half a character. */
export function scalarProblem(value: null | boolean | number | string): UnsendableReason | null {
  if (typeof value === 'string') return loneSurrogate.test(value) ? 'broken-text' : null;
  if (typeof value !== 'number') return null;
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return exact ? null : 'unsafe-number';
}

export function unsendable(reason: UnsendableReason, path: string): Unsendable {
  return { kind: 'unsendable', reason, path };
}
