import { compare, looseEquals, PhpArray, strictEquals, toBoolean, toNumber, toText, Unknown } from './values.ts';
import type { Value } from './values.ts';

/** Result of a binary operator other than the short-circuit ones; undefined when it cannot be known. */
export function binary(type: string, a: Value, b: Value): Value | undefined {
  switch (type) {
    case '.':
      return concat(a, b);
    case '===':
      return strictEquals(a, b);
    case '!==':
      return not(strictEquals(a, b));
    case '==':
      return looseEquals(a, b);
    case '!=':
    case '<>':
      return not(looseEquals(a, b));
    case '+':
      return a instanceof PhpArray && b instanceof PhpArray ? union(a, b) : arithmetic(type, a, b);
    case '<':
    case '>':
    case '<=':
    case '>=':
    case '<=>':
      return relation(type, a, b);
    case 'xor':
      return relationOf(toBoolean(a), toBoolean(b), (x, y) => x !== y);
    default:
      return arithmetic(type, a, b);
  }
}

const not = (value: boolean | undefined) => (value === undefined ? undefined : !value);

function relationOf<T>(a: T | undefined, b: T | undefined, test: (a: T, b: T) => boolean): boolean | undefined {
  return a === undefined || b === undefined ? undefined : test(a, b);
}

function concat(a: Value, b: Value): string | undefined {
  if (a instanceof Unknown || b instanceof Unknown) return undefined;
  const left = toText(a);
  const right = toText(b);
  return left === undefined || right === undefined ? undefined : left + right;
}

/** `+` of arrays: the left side's keys win. */
function union(a: PhpArray, b: PhpArray): PhpArray {
  const result = PhpArray.of([...a.entries(), ...b.entries().filter(([key]) => !a.has(key))]);
  return a.partial || b.partial ? result.asPartial() : result;
}

function relation(type: string, a: Value, b: Value): Value | undefined {
  if (a instanceof Unknown || b instanceof Unknown) return undefined;
  const order = compare(a, b);
  if (order === undefined) return undefined;
  switch (type) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return order;
  }
}

function arithmetic(type: string, a: Value, b: Value): number | undefined {
  const x = toNumber(a);
  const y = toNumber(b);
  if (x === undefined || y === undefined) return undefined;
  if (/^([|&^]|<<|>>)$/.test(type)) return bitwise(type, x, y);
  switch (type) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return y === 0 ? undefined : x / y;
    case '%':
      return Math.trunc(y) === 0 ? undefined : Math.trunc(x) % Math.trunc(y);
    case '**':
      return x ** y;
    default:
      return undefined;
  }
}

/** On 64 bits, as PHP's integers have. */
function bitwise(type: string, x: number, y: number): number | undefined {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const [a, b] = [BigInt(Math.trunc(x)), BigInt(Math.trunc(y))];
  const int64 = (value: bigint) => Number(BigInt.asIntN(64, value));
  switch (type) {
    case '|':
      return int64(a | b);
    case '&':
      return int64(a & b);
    case '^':
      return int64(a ^ b);
    default:
      if (y < 0) return undefined;
      if (y >= 64) return type === '<<' || x >= 0 ? 0 : -1;
      return int64(type === '<<' ? a << b : a >> b);
  }
}

/** The value of a PHP number literal (`0x1F`, `017`, `0b1`, `1_000`, `.5e3`). */
export function numberLiteral(text: string): number {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (/^0[0-7]+$/.test(plain)) return parseInt(plain, 8);
  if (/^0o[0-7]+$/.test(plain)) return parseInt(plain.slice(2), 8);
  return Number(plain);
}
