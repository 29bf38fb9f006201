/** Insertions of validate_context() into methods that lack it. */
import { insertStatements } from '../edits/statementEdits.ts';
import { quoted } from '../edits/style.ts';
import type { Cursor } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { endsStatement } from './blocks.ts';
import type { RunningMethod } from './methods.ts';
import type { Fix } from './rule.ts';
import { isAssignment } from './variables.ts';
import * as l10n from '@vscode/l10n';

/** Names of parameters, and the class below `core\context` that stands for what they name. */
const levels: readonly (readonly [key: string, level: string])[] = [
  ['cmid', 'module'],
  ['courseid', 'course'],
  ['userid', 'user'],
];

/** Ways to validate a context: the one that is there, or the one that the parameters name, else the system's. */
export function contextFixes(method: RunningMethod): Fix[] {
  const { file, member } = method;
  const known = contextVariable(method);
  if (known) {
    const code = `self::validate_context(${known.variable});`;
    return [
      {
        title: l10n.t('Insert {0}', code.slice(0, -1)),
        edits: [insertStatements(file, member, code, known.end, true)],
      },
    ];
  }
  const after = method.validations.findLast(({ call }) => endsStatement(method.facts, call))?.call.close;
  const end = after === undefined ? undefined : method.cursor.next(after + 1);
  const instance = instanceOf(method);
  const code = `$context = ${instance};\nself::validate_context($context);`;
  return [{ title: l10n.t('Validate {0}', instance), edits: [insertStatements(file, member, code, end)] }];
}

/** `\core\context\course::instance($params['courseid'])`, by the first key that names a context. */
function instanceOf({ keys, validations, php, context: { targets } }: RunningMethod): string {
  const prefix = targets.from >= 402 ? '\\core\\context\\' : '\\context_';
  const result = validations.at(-1)?.result;
  const names = keys?.map(([name]) => name) ?? php;
  for (const [key, level] of levels) {
    if (!names.includes(key)) continue;
    if (result?.kind === 'variable') return `${prefix}${level}::instance($${result.name}[${quoted(key)}])`;
    if (php.includes(key)) return `${prefix}${level}::instance($${key})`;
  }
  return `${prefix}system::instance()`;
}

/** The first `$x = context_…::instance(…);` of the body, and its `;`. */
function contextVariable(method: RunningMethod): { variable: string; end: number } | undefined {
  const { facts, cursor: c } = method;
  for (const call of facts.named('instance', 'instance_by_id')) {
    const { receiver, first, close } = call;
    const equals = c.previous(first - 1);
    const variable = c.previous(equals - 1);
    const isContext = receiver !== undefined && /(^|\\)context(_\w+|\\\w+)?$/i.test(receiver);
    if (isContext && isAssignment(c, equals) && isPlainVariable(c, variable) && endsStatement(method.facts, call))
      return { variable: c.text(variable), end: c.next(close + 1) };
  }
  return undefined;
}

const isPlainVariable = (c: Cursor, i: number): boolean =>
  c.kind(i) === T.Variable && c.kind(c.previous(i - 1)) !== T.Arrow && c.kind(c.previous(i - 1)) !== T.DoubleColon;
