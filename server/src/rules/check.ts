import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { allRules } from './all.ts';
import { defaultConfig, effectiveSeverity } from './config.ts';
import type { RuleConfig } from './config.ts';
import type { Finding, Rule, RuleContext, Severity } from './rule.ts';
import { targetsOf } from './targets.ts';

export interface Hit {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly finding: Finding;
}

export interface CheckOptions {
  readonly config?: RuleConfig;
  readonly rules?: readonly Rule[];
  /** See {@link RuleContext.base}. */
  readonly base?: IndexSnapshot | undefined;
  /** Hears of a rule that threw, which is a bug: it says nothing about this document. Without it the bug is thrown. */
  readonly failed?: (rule: string, error: unknown) => void;
}

/** All hits in a document, in the order of the text, but for those that a comment in the line above takes back. */
export function checkDocument(snapshot: IndexSnapshot, document: FeatureDocument, options: CheckOptions = {}): Hit[] {
  const { config = defaultConfig, rules = allRules, base, failed } = options;
  const targets = config.targets ?? targetsOf(snapshot, snapshot.componentOf(document.path));
  const context: RuleContext = { snapshot, document, targets, base };
  const hits: Hit[] = [];
  for (const rule of rules) {
    if (effectiveSeverity(rule, config) === 'off' || !concerns(rule, context)) continue;
    for (const finding of findings(rule, context, failed)) {
      const severity = effectiveSeverity(rule, config, finding);
      const hit = severity === 'off' ? undefined : { rule, severity, finding };
      if (hit && !isIgnored(context, hit)) hits.push(hit);
    }
  }
  return hits.sort((a, b) => a.finding.start - b.finding.start);
}

const concerns = ({ since = 0, until = Infinity }: Rule, { targets }: RuleContext): boolean =>
  since <= targets.to && targets.from <= until;

function findings(rule: Rule, context: RuleContext, failed: CheckOptions['failed']): Finding[] {
  if (!failed) return [...rule.check(context)];
  try {
    return [...rule.check(context)];
  } catch (error) {
    failed(rule.id, error);
    return [];
  }
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
