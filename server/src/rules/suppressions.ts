import * as l10n from '@vscode/l10n';
import { removeLines } from '../edits/style.ts';
import type { Span } from '../php/cursor.ts';
import { nearestName } from './nearest.ts';
import { servicesFile } from './places.ts';
import type { Finding, RuleContext } from './rule.ts';
import { withNearest } from './texts.ts';

/** `// moodle-ws-ignore-next-line rule-id, rule-id` or `// moodle-ws-ignore-file`, in any kind of comment of one line. */
const pattern =
  /(?:\/\/|#|\/\*+|\{\{!(?:--)?|<!--)[ \t]*moodle-ws-ignore-(next-line|file)\b((?:(?:[ \t]*,[ \t]*|[ \t]+)[a-z][a-z0-9-]*\b)*)/g;
const idPattern = /[a-z][a-z0-9-]*/g;

interface NamedRule extends Span {
  readonly id: string;
  used: boolean;
}

/** A comment that takes findings back. */
interface Suppression extends Span {
  /** All of it, with the reason that may follow. */
  readonly comment: Span;
  /** First and last line that it is about. */
  readonly lines: readonly [first: number, last: number];
  /** Empty: all rules. */
  readonly rules: readonly NamedRule[];
  used: boolean;
}

/** The suppressions of one document, which remember whether anything needed them. */
export class Suppressions {
  private readonly all: readonly Suppression[];

  constructor(private readonly context: RuleContext) {
    const text = context.document.text.getText();
    this.all = text.includes('moodle-ws-ignore-') ? read(context, text) : [];
  }

  /** Whether a comment takes a finding of a rule back. */
  covers(ruleId: string, { start }: Span): boolean {
    if (this.all.length === 0) return false;
    const { line } = this.context.document.text.positionAt(start);
    let covered = false;
    for (const suppression of this.all) {
      if (line < suppression.lines[0] || line > suppression.lines[1]) continue;
      const named = suppression.rules.find(({ id }) => id === ruleId);
      if (!named && suppression.rules.length > 0) continue;
      covered = suppression.used = true;
      if (named) named.used = true;
    }
    return covered;
  }

  /**
   * Comments, and rules in them, that took nothing back: of `active` rules only, and where `all` rules were looked for.
   * What was not looked for may have something to take back.
   */
  *unused(known: ReadonlySet<string>, active: ReadonlySet<string>, all: boolean): Generator<Finding> {
    for (const { start, end, comment, rules, used } of this.all) {
      if (rules.some(({ id }) => id === 'suppression-unused')) continue;
      if (rules.length === 0 && !used && all)
        yield this.needless({ start, end }, comment, l10n.t('This comment takes nothing back.'));
      for (const rule of rules) {
        const place = { start: rule.start, end: rule.end };
        if (!known.has(rule.id)) {
          const message = l10n.t('There is no rule {0}.', rule.id);
          yield withNearest(message, nearestName(rule.id, known), this.context.document, place);
        } else if (!rule.used && active.has(rule.id)) {
          const needless = rules.length === 1 ? comment : this.withComma(place);
          yield this.needless(place, needless, l10n.t('{0} finds nothing here.', rule.id));
        }
      }
    }
  }

  private needless(place: Span, removed: Span, message: string): Finding {
    const { path, text } = this.context.document;
    const fix = () => ({
      title: l10n.t('Remove what takes nothing back'),
      edits: [removeLines({ path, text: text.getText() }, removed)],
    });
    return { ...place, message, tag: 'unnecessary', fix };
  }

  /** A name in a list, with what separates it from the one before, or behind. */
  private withComma({ start, end }: Span): Span {
    const text = this.context.document.text.getText();
    const before = /[ \t]*,[ \t]*$/.exec(text.slice(0, start))?.[0].length;
    if (before !== undefined) return { start: start - before, end };
    return { start, end: end + (/^[ \t]*,?[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
  }
}

function read(context: RuleContext, text: string): Suppression[] {
  const { text: document } = context.document;
  const matches = [...text.matchAll(pattern)];
  const marked = new Set(matches.map(({ index }) => document.positionAt(index).line));
  const entries = entryLines(context);
  return matches.map((match): Suppression => {
    const [whole, kind, ids = ''] = match;
    const end = match.index + whole.length;
    const offset = end - ids.length;
    const rules = [...ids.matchAll(idPattern)].map(({ 0: id, index }): NamedRule => ({
      id,
      start: offset + index,
      end: offset + index + id.length,
      used: false,
    }));
    const place = { start: match.index, end, comment: commentAt(text, match.index), rules, used: false };
    if (kind === 'file') return { ...place, lines: [0, Infinity] };
    const { line } = document.positionAt(match.index);
    let next = line + 1;
    while (marked.has(next)) next += 1;
    return { ...place, lines: [next, entries.get(line) ?? entries.get(next) ?? next] };
  });
}

/** From where a comment begins to its end on the line. */
function commentAt(text: string, start: number): Span {
  const newline = text.slice(start).search(/\r?\n/);
  const line = newline < 0 ? text.slice(start) : text.slice(start, start + newline);
  const closing = line.startsWith('/*') ? '*/' : line.startsWith('{{!') ? '}}' : line.startsWith('<!--') ? '-->' : '';
  const end = closing === '' ? -1 : line.indexOf(closing);
  return { start, end: start + (end < 0 ? line.length : end + closing.length) };
}

/** Lines on which an entry of db/services.php begins → the line on which it ends: what is said of its name is said of all of it. */
function entryLines(context: RuleContext): ReadonlyMap<number, number> {
  const services = servicesFile(context);
  const entries = services ? [...services.declared.functions, ...services.declared.services] : [];
  const { text } = context.document;
  return new Map(entries.map(({ span }) => [text.positionAt(span.start).line, text.positionAt(span.end).line]));
}
