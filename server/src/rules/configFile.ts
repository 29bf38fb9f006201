import * as l10n from '@vscode/l10n';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Span } from '../php/cursor.ts';
import { defaultConfig, ruleSettings } from './config.ts';
import type { RuleConfig } from './config.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import { nearestName } from './nearest.ts';
import type { Finding, RuleSetting } from './rule.ts';
import type { Targets } from '../workspace/moodleVersions.ts';
import { withNearest } from './texts.ts';

export const configName = 'moodle-ws.json';

/**
 * Reads a moodle-ws.json: JSON with comments and trailing commas. What is broken is a problem at its place; the rest
 * counts.
 */
export function readConfig(
  document: FeatureDocument,
  ruleIds: ReadonlySet<string>,
): { readonly config: RuleConfig; readonly problems: readonly Finding[] } {
  const reader = new Reader(document, ruleIds);
  return { config: reader.read(), problems: reader.problems };
}

const keys = ['$schema', 'rules', 'targets'];
const targetKeys = ['from', 'to'];

class Reader {
  readonly problems: Finding[] = [];

  constructor(
    private readonly document: FeatureDocument,
    private readonly ruleIds: ReadonlySet<string>,
  ) {}

  read(): RuleConfig {
    // An editor keeps the byte order mark to itself; on disk it is there.
    const text = this.document.text.getText().replace(/^\uFEFF/, ' ');
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const { offset, length, error } of errors) {
      const place = visible(text, offset, length);
      // Where a file ends too early, all that is open is missing at one place: the first says it.
      if (this.problems.some(({ start }) => start === place.start)) continue;
      this.problems.push({
        ...place,
        message: l10n.t('This is not JSON: {0}. The rest of the file counts.', syntaxProblem(error)),
      });
    }
    let config = defaultConfig;
    for (const [key, name, value] of this.properties(root)) {
      if (key === 'rules') config = { ...config, rules: this.rules(value) };
      else if (key === 'targets') config = { ...config, targets: this.targets(value) };
      else if (!keys.includes(key)) this.unknown(name, l10n.t('There is no setting {0}.', key), key, keys);
    }
    return config;
  }

  private rules(node: Node): RuleConfig['rules'] {
    const rules: Record<string, RuleSetting> = {};
    for (const [id, name, value] of this.properties(node)) {
      const setting = ruleSettings.find((one) => one === value.value);
      if (!this.ruleIds.has(id)) this.unknown(name, l10n.t('There is no rule {0}.', id), id, this.ruleIds);
      else if (setting) rules[id] = setting;
      else this.problem(value, l10n.t('A rule can be {0}.', ruleSettings.join(', ')));
    }
    return rules;
  }

  private targets(node: Node): Targets | undefined {
    const found: { from?: number; to?: number } = {};
    for (const [key, name, value] of this.properties(node)) {
      const branch = typeof value.value === 'string' ? branchOf(value.value) : undefined;
      if (key !== 'from' && key !== 'to') this.unknown(name, l10n.t('There is no setting {0}.', key), key, targetKeys);
      else if (branch === undefined) this.problem(value, l10n.t('This is no version of Moodle, like "4.1".'));
      else found[key] = branch;
    }
    const { from, to } = found;
    return from === undefined && to === undefined ? undefined : { from: from ?? 0, to: to ?? Infinity };
  }

  /** The properties of an object that have a value; a problem for what is no object. */
  private *properties(node: Node | undefined): Generator<[key: string, name: Node, value: Node]> {
    if (node && node.type !== 'object') this.problem(node, l10n.t('An object is expected here.'));
    for (const { children } of node?.type === 'object' ? (node.children ?? []) : []) {
      const [name, value] = children ?? [];
      if (name && value) yield [String(name.value), name, value];
    }
  }

  private unknown({ offset, length }: Node, message: string, name: string, names: Iterable<string>): void {
    const place = { start: offset + 1, end: offset + length - 1 };
    this.problems.push(withNearest(message, nearestName(name, names), this.document, place));
  }

  private problem({ offset, length }: Node, message: string): void {
    this.problems.push({ start: offset, end: offset + length, message });
  }
}

function syntaxProblem(error: ParseError['error']): string {
  switch (printParseErrorCode(error)) {
    case 'PropertyNameExpected':
      return l10n.t('a name in double quotes is missing');
    case 'ValueExpected':
      return l10n.t('a value is missing');
    case 'ColonExpected':
      return l10n.t('a colon is missing');
    case 'CommaExpected':
      return l10n.t('a comma is missing');
    case 'CloseBraceExpected':
      return l10n.t('a closing brace is missing');
    case 'CloseBracketExpected':
      return l10n.t('a closing bracket is missing');
    case 'UnexpectedEndOfString':
      return l10n.t('a text has no closing quote');
    case 'UnexpectedEndOfComment':
      return l10n.t('a comment has no end');
    case 'EndOfFileExpected':
      return l10n.t('something follows behind the object');
    default:
      return l10n.t('this is neither a name nor a value');
  }
}

/** A place that can be seen: what is missing at the end of the text, or of a line, is told before it. */
function visible(text: string, offset: number, length: number): Span {
  const end = text.slice(0, offset + length).trimEnd().length;
  return offset < end ? { start: offset, end: offset + length } : { start: Math.max(end - 1, 0), end };
}

/** `3.9` → 39, `3.11` → 311, `4.1` → 401: as `$branch` of version.php has it. */
function branchOf(version: string): number | undefined {
  const match = /^(\d)\.(\d{1,2})$/.exec(version);
  if (!match) return undefined;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major < 4 && minor < 10 ? major * 10 + minor : major * 100 + minor;
}
