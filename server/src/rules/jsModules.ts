/** How code of a script gets hold of an AMD module: by an `import`, or as a dependency of the `define()` or `require()` around it. */
import { J } from '../callers/javascript.ts';
import type { JsTokens } from '../callers/javascript.ts';
import { eolOf } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';

/** What is wanted of a module. */
export interface Wanted {
  /** `core/templates` */
  readonly module: string;
  /** What the module as a whole is called: `Templates`. */
  readonly as: string;
  /** One of its functions; all of it without. */
  readonly member?: string;
  /** An import whose name is then used no more; its line is taken. */
  readonly instead?: string | undefined;
}

/** The name of what is wanted in the code at a token, and the edits that make it known; undefined where that cannot be told. */
export function known(
  path: string,
  tokens: JsTokens,
  at: number,
  wanted: Wanted,
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  const isModule = tokens.kind.some(
    (_, i) => tokens.parent[i] === -1 && /^(import|export)$/.test(word(tokens, i)) && tokens.kind[i + 1] !== char('('),
  );
  return isModule ? byImport(path, tokens, wanted) : byDependency(path, tokens, at, wanted);
}

const char = (text: string): number => text.charCodeAt(0);
const word = ({ text, start, end }: JsTokens, i: number): string => text.slice(start[i], end[i]);
const insert = (path: string, start: number, text: string): TextEdit => ({ path, start, end: start, text });

function byImport(path: string, tokens: JsTokens, { module, as, member, instead }: Wanted) {
  const { kind, start, end, parent, text } = tokens;
  let last = -1;
  let unused: TextEdit | undefined;
  for (let i = 0; i < kind.length; i += 1) {
    if (parent[i] !== -1 || word(tokens, i) !== 'import' || kind[i + 1] === char('(')) continue;
    let from = i + 1;
    while (from < kind.length && kind[from] !== J.String) from += 1;
    last = kind[from + 1] === char(';') ? from + 1 : from;
    if (word(tokens, i + 1) === instead) unused = { path, start: start[i] ?? 0, end: end[last] ?? 0, text: '' };
    if (word(tokens, from).slice(1, -1) !== module) continue;
    const whole = kind[i + 1] === char('*') ? i + 3 : i + 1;
    if (kind[whole] === J.Identifier)
      return { name: member === undefined ? word(tokens, whole) : `${word(tokens, whole)}.${member}`, edits: [] };
    // `import {a} from …`
    const close = from - 2;
    if (member === undefined || kind[close] !== char('}')) return undefined;
    const comma = kind[close - 1] === char(',') ? ' ' : ', ';
    return { name: member, edits: [insert(path, end[close - 1] ?? 0, comma + member)] };
  }
  const eol = eolOf(text);
  const line = `import ${member === undefined ? as : `{${member}}`} from '${module}';`;
  if (unused) return { name: member ?? as, edits: [{ ...unused, text: line }] };
  if (last >= 0) return { name: member ?? as, edits: [insert(path, end[last] ?? 0, eol + line)] };
  // Behind the comment about the file.
  const head = tokens.comments.find(
    (one) => one.start < (start[0] ?? 0) && text.slice(one.start, one.end).includes('@module'),
  );
  return { name: member ?? as, edits: [head ? insert(path, head.end, eol + eol + line) : insert(path, 0, line + eol)] };
}

function byDependency(path: string, tokens: JsTokens, at: number, { module, as, member }: Wanted) {
  const { kind, start, end, parent, partner } = tokens;
  let open = parent[at] ?? -1;
  while (open > 0 && !/^(define|require)$/.test(word(tokens, open - 1))) open = parent[open] ?? -1;
  const list = kind[open + 1] === J.String ? open + 3 : open + 1;
  const listEnd = partner[list] ?? -1;
  if (open <= 0 || kind[list] !== char('[') || listEnd < 0) return undefined;
  let params = listEnd + 2;
  if (word(tokens, params) === 'function') params += kind[params + 1] === J.Identifier ? 2 : 1;
  const paramsEnd = partner[params] ?? -1;
  if (kind[params] !== char('(') || paramsEnd < 0) return undefined;
  const inside = (from: number, to: number, wantedKind: number) => {
    const found: number[] = [];
    for (let i = from + 1; i < to; i += 1) if (parent[i] === from && kind[i] === wantedKind) found.push(i);
    return found;
  };
  const modules = inside(list, listEnd, J.String);
  const names = inside(params, paramsEnd, J.Identifier);
  const there = modules.findIndex((i) => word(tokens, i).slice(1, -1) === module);
  const name = there < 0 ? as : names[there] === undefined ? undefined : word(tokens, names[there]);
  if (name === undefined || (there < 0 && modules.length !== names.length)) return undefined;
  const written = member === undefined ? name : `${name}.${member}`;
  if (there >= 0) return { name: written, edits: [] };
  const [lastModule, lastName] = [modules.at(-1), names.at(-1)];
  const quote = lastModule === undefined ? "'" : word(tokens, lastModule).slice(0, 1);
  const behind = (last: number | undefined, bracket: number, code: string) =>
    last === undefined
      ? insert(path, end[bracket] ?? 0, code)
      : insert(path, end[last] ?? 0, `${separator(tokens, last)}${code}`);
  return { name: written, edits: [behind(lastModule, list, quote + module + quote), behind(lastName, params, name)] };

  /** One per line where the last has a line of its own. */
  function separator({ text }: JsTokens, last: number): string {
    const lead = /\n[ \t]*$/.exec(text.slice(0, start[last]))?.[0];
    return lead === undefined ? ', ' : `,${eolOf(text) === '\r\n' ? '\r' : ''}${lead}`;
  }
}
