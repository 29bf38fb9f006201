import type { Finding, Rule, RuleSetting } from './rule.ts';
import type { Targets } from '../workspace/moodleVersions.ts';

/** What people decide about rules, from all their sources together. */
export interface RuleConfig {
  /** By rule id; rules that are not named have their own severity. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Instead of what version.php says. */
  readonly targets?: Targets | undefined;
}

export const defaultConfig: RuleConfig = { rules: {} };

export const ruleSettings: readonly RuleSetting[] = ['error', 'warning', 'info', 'hint', 'off'];

/**
 * How bad a hit of a rule is: what is set for the rule, else what the finding says of itself, else the rule's own.
 * Without a finding: whether the rule runs at all.
 */
export function effectiveSeverity(
  { id, defaultSeverity }: Pick<Rule, 'id' | 'defaultSeverity'>,
  { rules }: RuleConfig,
  finding?: Pick<Finding, 'severity'>,
): RuleSetting {
  const set = Object.hasOwn(rules, id) ? rules[id] : undefined;
  if (set !== undefined) return set;
  return defaultSeverity === 'off' ? 'off' : (finding?.severity ?? defaultSeverity);
}
