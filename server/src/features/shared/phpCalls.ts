import type { PhpCode } from '../../callers/callArguments.ts';
import type { CallSite } from '../../callers/callSite.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { char, firstAtOrAbove } from '../../php/cursor.ts';
import type { Cursor, Span } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { resolveClassName } from '../../php/names.ts';
import type { FeatureDocument } from './document.ts';
import { cursorOf, phpSource } from './tokens.ts';

/** The method, class or function around an offset, with the calls in it; else the whole file. */
export function phpCodeAt(index: IndexSnapshot, document: FeatureDocument, offset: number): PhpCode | undefined {
  const file = phpSource(index, document);
  if (!file) return undefined;
  const { tokens, classes, functions } = file.islands;
  const around = ({ start, end }: Span) => start <= offset && offset <= end;
  const cls = classes.find(around);
  const span = cls?.members.find(around) ?? cls ?? functions.find(around) ?? { start: 0, end: file.text.length };
  return { tokens, span, sites: () => phpCallSites(index, file, span) };
}

/**
 * Where PHP passes arguments to the methods of external functions: `validate_parameters(self::execute_parameters(), […])`,
 * whose array has their names, and `find::execute(…)`, which has their order.
 */
function phpCallSites(index: IndexSnapshot, file: SourceFile, span: Span): readonly CallSite[] {
  const c = cursorOf(file);
  const sites: CallSite[] = [];
  const last = firstAtOrAbove(c.tokens.start, span.end);
  for (let i = firstAtOrAbove(c.tokens.start, span.start); i < last; i += 1) {
    const method = c.next(i + 1);
    if (c.kind(i) !== T.DoubleColon || c.kind(method) !== T.Name || c.kind(c.next(method + 1)) !== char('(')) continue;
    const name = c.text(method);
    const cls = c.previous(i - 1);
    const described = isValidated(c, cls) ? /^(.+)_parameters$/i.exec(name)?.[1] : undefined;
    const className = classAt(file, c, cls);
    const [fn] = className === undefined ? [] : index.functionsImplementedBy(className, described ?? name);
    const kind = described === undefined ? 'method' : 'validation';
    if (fn) sites.push({ kind, name: fn.name, span: c.span(method), closed: true });
  }
  return sites;
}

/** Whether token `i` begins the first argument of validate_parameters(). */
const isValidated = (c: Cursor, i: number): boolean =>
  c.kind(c.previous(i - 1)) === char('(') && c.isWord(c.previous(c.previous(i - 1) - 1), 'validate_parameters');

/** The class that a name before `::` means. */
function classAt(file: SourceFile, c: Cursor, i: number): string | undefined {
  if (c.kind(i) !== T.Name) return undefined;
  const around = file.islands.classes.find(({ start, end }) => start <= c.start(i) && c.start(i) < end);
  if (/^(self|static)$/i.test(c.text(i))) return around?.fqn;
  return resolveClassName(around?.scope ?? file.islands.scope, c.text(i));
}
