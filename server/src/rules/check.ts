import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { baseName } from '../workspace/paths.ts';
import { allRules } from './all.ts';
import { configInvalid } from './config-invalid/index.ts';
import { defaultConfig, effectiveSeverity } from './config.ts';
import type { RuleConfig } from './config.ts';
import { configName, readConfig } from './configFile.ts';
import { ruleIds } from './configFiles.ts';
import type { Finding, Rule, RuleContext, Severity } from './rule.ts';
import { suppressionUnused } from './suppression-unused/index.ts';
import { Suppressions } from './suppressions.ts';
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
  /** See {@link RuleContext.baseIsHead}. */
  readonly baseIsHead?: boolean | undefined;
  /** See {@link RuleContext.today}. */
  readonly today?: string | undefined;
  /** Hears of a rule that threw, which is a bug: it says nothing about this document. Without it the bug is thrown. */
  readonly failed?: ((rule: string, error: unknown) => void) | undefined;
}

/** All hits in a document, in the order of the text, but for those that a comment takes back (suppressions.ts). */
export function checkDocument(snapshot: IndexSnapshot, document: FeatureDocument, options: CheckOptions = {}): Hit[] {
  const { config = defaultConfig, rules = allRules, base, baseIsHead, failed, today } = options;
  const targets = config.targets ?? targetsOf(snapshot, snapshot.componentOf(document.path));
  const context: RuleContext = { snapshot, document, targets, base, baseIsHead, today };
  const active = rules.filter((rule) => effectiveSeverity(rule, config) !== 'off' && concerns(rule, context));
  const suppressions = new Suppressions(context);
  const hits: Hit[] = [];
  const add = (rule: Rule, found: Iterable<Finding>) => {
    for (const finding of found) {
      const severity = effectiveSeverity(rule, config, finding);
      if (severity !== 'off' && !suppressions.covers(rule.id, finding)) hits.push({ rule, severity, finding });
    }
  };
  for (const rule of active) add(rule, findings(rule, context, failed));
  if (active.includes(configInvalid) && baseName(document.path) === configName)
    add(configInvalid, readConfig(document, ruleIds).problems);
  if (active.includes(suppressionUnused)) {
    const activeIds = new Set(active.map(({ id }) => id));
    add(suppressionUnused, [...suppressions.unused(ruleIds, activeIds, rules === allRules)]);
  }
  return hits.sort((a, b) => a.finding.start - b.finding.start);
}

/** Whether a rule is about a version of Moodle that is supported. */
export const concerns = ({ since = 0, until = Infinity }: Rule, { targets }: RuleContext): boolean =>
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
