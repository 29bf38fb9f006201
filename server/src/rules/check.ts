import { allRules } from './all.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export interface Hit {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** All hits in a document, in the order of the text, but for those that a comment in the line above takes back. */
export function checkDocument(context: RuleContext, rules: readonly Rule[] = allRules): Hit[] {
  return rules
    .flatMap((rule) => Array.from(rule.check(context), (finding): Hit => ({ rule, finding })))
    .filter((hit) => !isIgnored(context, hit))
    .sort((a, b) => a.finding.start - b.finding.start);
}

const marker = /moodle-ws-ignore-next-line((?:[\s,]+[a-z][a-z-]*)*)/;

/** Whether the line above says `moodle-ws-ignore-next-line`, for this rule or for all. */
function isIgnored({ document: { text } }: RuleContext, { rule, finding }: Hit): boolean {
  const { line } = text.positionAt(finding.start);
  if (line === 0) return false;
  const above = text.getText({ start: { line: line - 1, character: 0 }, end: { line, character: 0 } });
  const ids = marker.exec(above)?.[1];
  return ids !== undefined && (ids.trim() === '' || ids.split(/[\s,]+/).includes(rule.id));
}
