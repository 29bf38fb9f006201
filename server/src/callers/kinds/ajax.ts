import { quotedName } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';
import { J } from '../javascript.ts';
import type { JsTokens } from '../javascript.ts';

/** Tokens of one value that are looked at. */
const maxValue = 60;

/** `methodname: '…'` in requests of core/ajax: literals, both branches of `a ? '…' : '…'`, constants of the same file. */
export function* ajaxCalls({ scripts }: CallerSource): Generator<CallSite> {
  for (const tokens of scripts) {
    if (!tokens.text.includes('methodname')) continue;
    for (let i = 0; i < tokens.kind.length; i += 1) {
      const value = valueOfMethodname(tokens, i);
      if (value === undefined) continue;
      const loginRequired = loginOfCall(tokens, i);
      for (const literal of literalsOf(tokens, value)) {
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

function* literalsOf(tokens: JsTokens, first: number): Generator<number> {
  const { kind, parent } = tokens;
  const isLiteral = (i: number) => kind[i] === J.String || kind[i] === J.Template;
  if (isLiteral(first)) {
    yield first;
    return;
  }
  const next = kind[first + 1] ?? 0;
  if (kind[first] === J.Identifier && (next === 44 || next === 125 || next === 59)) {
    yield* assignedLiterals(tokens, word(tokens, first));
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
    if (kind[i + 2] !== J.String) return [];
    found.push(i + 2);
  }
  return found;
}

/** What the `call(requests, async, loginrequired)` around a request says; undefined when the request is not in one. */
function loginOfCall({ text, kind, start, end, parent, partner }: JsTokens, i: number): boolean | undefined {
  let open = parent[i] ?? -1;
  while (open >= 0 && kind[open] !== 40) open = parent[open] ?? -1;
  const callee = open > 0 ? text.slice(start[open - 1], end[open - 1]) : '';
  if (!/^(call|fetchMany|fetch|ajax)$/i.test(callee)) return undefined;
  const close = partner[open] ?? -1;
  if (close < 0) return undefined;
  const commas: number[] = [];
  for (let at = open + 1; at < close; at += 1) if (kind[at] === 44 && parent[at] === open) commas.push(at);
  const second = commas[1];
  if (second === undefined || second + 1 === close) return true;
  const third = text.slice(start[second + 1], start[commas[2] ?? close]).trim();
  return third === 'true' ? true : third === 'false' ? false : undefined;
}
