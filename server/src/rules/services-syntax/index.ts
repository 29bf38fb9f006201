import * as l10n from '@vscode/l10n';
import type { SourceFile } from '../../index/sourceFile.ts';
import { char, Cursor } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { StatementIsland } from '../../php/arrays.ts';
import { parseIsland } from '../../php/parse.ts';
import { servicesFile } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';

/** Key: a version of a file. Gone with it. */
const memory = new WeakMap<SourceFile, readonly Finding[]>();

export const servicesSyntax: Rule = {
  id: 'services-syntax',
  defaultSeverity: 'error',
  check(context): Iterable<Finding> {
    const services = servicesFile(context);
    if (!services) return [];
    const { file, declared } = services;
    let found = memory.get(file);
    if (!found) {
      const broken = new Set([...declared.functions, ...declared.services].filter((entry) => !entry.complete));
      const starts = new Set([...broken].map(({ span }) => span.start));
      memory.set(file, (found = [...faults(file, starts)].map(finding)));
      // Islands are cut by a guess of what was meant: a file that parses as a whole has no faults.
      if (found.length > 0 && 'node' in parseIsland('statements', wholeCode(file))) memory.set(file, (found = []));
    }
    return found;
  },
};

interface Fault {
  readonly span: Span;
  readonly kind: 'broken' | 'comma' | 'open';
}

/** Statements and entries that do not parse, entries without a comma behind them, arrays that nothing closes. */
function* faults(file: SourceFile, incomplete: ReadonlySet<number>): Generator<Fault> {
  const c = new Cursor(file.islands.tokens);
  for (const statement of file.statements) {
    if (statement.array) yield* arrayFaults(c, file, statement, incomplete);
    else if (isBroken('statements', file, statement)) yield { span: c.span(statement.first), kind: 'broken' };
  }
}

function* arrayFaults(
  c: Cursor,
  file: SourceFile,
  { array, first }: StatementIsland,
  incomplete: ReadonlySet<number>,
): Generator<Fault> {
  if (!array) return;
  for (const [at, entry] of array.entries.entries()) {
    const span = entry.keySpan ?? c.span(entry.first);
    const mayBeBroken = incomplete.has(entry.start) || entry.key === undefined;
    if (mayBeBroken && isBroken('arrayEntry', file, entry)) yield { span, kind: 'broken' };
    else if (at + 1 < array.entries.length && c.kind(c.next(entry.last)) !== char(',')) yield { span, kind: 'comma' };
  }
  const last = c.kind(array.literal.last - 1);
  const after = c.next(array.literal.last);
  const isClosed =
    (last === char(']') || last === char(')')) && (c.kind(after) === char(';') || c.kind(after) === T.CloseTag);
  if (!isClosed) yield { span: c.span(first), kind: 'open' };
}

const isBroken = (kind: 'statements' | 'arrayEntry', { text }: SourceFile, { start, end }: Span): boolean =>
  'error' in parseIsland(kind, text.slice(start, end));

/** The text without what stands before the first statement. */
function wholeCode({ text, statements }: SourceFile): string {
  return text.slice(statements[0]?.start ?? 0);
}

function finding({ span, kind }: Fault): Finding {
  return { ...span, message: `${texts[kind]()} ${l10n.t('Moodle includes this file at upgrade and at every call.')}` };
}

const texts: Record<Fault['kind'], () => string> = {
  broken: () => l10n.t('PHP cannot parse this.'),
  comma: () => l10n.t('A comma is missing behind this entry.'),
  open: () => l10n.t('Nothing closes this array.'),
};
