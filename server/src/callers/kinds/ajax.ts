import { quotedName } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';
import { J } from '../javascript.ts';
import type { JsTokens } from '../javascript.ts';

/** What was found out about one script: calls by their bracket, variables by name. */
interface Memory {
  readonly logins: Map<number, boolean | undefined>;
  readonly variables: Map<string, readonly number[]>;
}

/** Tokens of one value that are looked at. */
const maxValue = 60;
/** Tokens between a request and the call that gets it. */
const maxDistance = 400;

/** `methodname: '…'` in requests of core/ajax: literals, both branches of `a ? '…' : '…'`, constants of the same file. */
export function* ajaxCalls({ scripts }: CallerSource): Generator<CallSite> {
  for (const tokens of scripts) {
    if (!tokens.text.includes('methodname')) continue;
    const memory: Memory = { logins: new Map(), variables: new Map() };
    for (let i = 0; i < tokens.kind.length; i += 1) {
      const value = valueOfMethodname(tokens, i);
      if (value === undefined) continue;
      const loginRequired = loginOfCall(tokens, i, memory);
      for (const literal of literalsOf(tokens, value, memory)) {
        const found = quotedName(tokens.text, tokens.start[literal] ?? 0, tokens.end[literal] ?? 0);
        if (found) yield { kind: 'ajax', ...found, loginRequired };
      }
    }
  }
}

const word = ({ text, start, end }: JsTokens, i: number): string => text.slice(start[i], end[i]);

/** The token behind `methodname:`, `'methodname':` or `.methodname =` at token `i`. */
function valueOfMethodname(tokens: JsTokens, i: number): number | undefined {
  const { kind } = tokens;
  const key = word(tokens, i);
  if (kind[i] === J.String ? !/^(['"])methodname\1$/.test(key) : kind[i] !== J.Identifier || key !== 'methodname')
    return undefined;
  if (kind[i + 1] === 58) return i + 2; // :
  if (kind[i - 1] === 46 && kind[i + 1] === 61 && kind[i + 2] !== 61) return i + 2; // . = =
  return undefined;
}

function* literalsOf(tokens: JsTokens, first: number, { variables }: Memory): Generator<number> {
  const { kind, parent } = tokens;
  // Not a piece of a concatenation.
  const isLiteral = (i: number) => (kind[i] === J.String || kind[i] === J.Template) && kind[i + 1] !== 43;
  if (isLiteral(first)) {
    yield first;
    return;
  }
  const next = kind[first + 1] ?? 0;
  if (kind[first] === J.Identifier && (next === 44 || next === 125 || next === 59)) {
    const name = word(tokens, first);
    let found = variables.get(name);
    if (!found) variables.set(name, (found = assignedLiterals(tokens, name)));
    yield* found;
    return;
  }
  const around = parent[first];
  for (let i = first + 1; i < kind.length && i < first + maxValue; i += 1) {
    if (parent[i] === around && (kind[i] === 44 || kind[i] === 59)) return;
    if (kind[i] === 125 && tokens.partner[around ?? -1] === i) return;
    // ? : |
    if (parent[i] === around && isLiteral(i) && [63, 58, 124].includes(kind[i - 1] ?? 0)) yield i;
  }
}

/** The literals that a variable of this name gets; none when it gets anything else as well. */
function assignedLiterals(tokens: JsTokens, name: string): number[] {
  const { kind } = tokens;
  const found: number[] = [];
  for (let i = 0; i < kind.length; i += 1) {
    if (kind[i] !== J.Identifier || kind[i + 1] !== 61 || kind[i - 1] === 46 || word(tokens, i) !== name) continue;
    if (kind[i + 2] === 61 || kind[i + 2] === 62) continue;
    // Nor a piece of a concatenation.
    if (kind[i + 2] !== J.String || kind[i + 3] === 43) return [];
    found.push(i + 2);
  }
  return found;
}

/**
 * What the `call(requests, async, loginrequired)` says that a request stands in, or that its variable is passed to;
 * undefined when there is none.
 */
function loginOfCall(tokens: JsTokens, i: number, { logins }: Memory): boolean | undefined {
  const open = callAround(tokens, i) ?? callWithVariable(tokens, i);
  if (open === undefined) return undefined;
  if (!logins.has(open)) logins.set(open, thirdArgument(tokens, open));
  return logins.get(open);
}

/** The bracket of the call whose argument holds token `i`: in an object in a list, or nearer. */
function callAround({ text, kind, start, end, parent }: JsTokens, i: number): number | undefined {
  let open = parent[i] ?? -1;
  for (let depth = 0; open >= 0 && kind[open] !== 40 && depth < 4; depth += 1) open = parent[open] ?? -1;
  if (open <= 0 || kind[open] !== 40) return undefined;
  return /^(call|fetchMany|fetch|ajax)$/i.test(text.slice(start[open - 1], end[open - 1])) ? open : undefined;
}

/** `const request = {methodname: …}; call([request])`: the bracket of that call, in the same block. */
function callWithVariable(tokens: JsTokens, i: number): number | undefined {
  const { kind, parent, partner } = tokens;
  const object = parent[i] ?? -1;
  if (kind[object] !== 123 || kind[object - 1] !== 61 || kind[object - 2] !== J.Identifier) return undefined;
  const name = word(tokens, object - 2);
  const first = (partner[object] ?? -1) + 1;
  const blockEnd = partner[parent[object] ?? -1] ?? kind.length;
  for (let at = first; first > 0 && at < Math.min(blockEnd, first + maxDistance); at += 1)
    if (kind[at] === J.Identifier && kind[parent[at] ?? -1] === 91 && word(tokens, at) === name)
      return callAround(tokens, at);
  return undefined;
}

function thirdArgument({ text, kind, start, parent, partner }: JsTokens, open: number): boolean | undefined {
  const close = partner[open] ?? -1;
  if (close < 0) return undefined;
  const commas: number[] = [];
  for (let at = open + 1; at < close; at += 1) if (kind[at] === 44 && parent[at] === open) commas.push(at);
  const second = commas[1];
  if (second === undefined || second + 1 === close) return true;
  const third = text.slice(start[second + 1], start[commas[2] ?? close]).trim();
  return third === 'true' ? true : third === 'false' ? false : undefined;
}
