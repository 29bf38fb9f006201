import { allRules } from './all.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export interface Hit {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** All hits in a document, in the order of the text. */
export function checkDocument(context: RuleContext, rules: readonly Rule[] = allRules): Hit[] {
  const hits = rules.flatMap((rule) => Array.from(rule.check(context), (finding): Hit => ({ rule, finding })));
  return hits.sort((a, b) => a.finding.start - b.finding.start);
}
