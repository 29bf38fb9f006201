import { insertItem } from '../../edits/arrayEdits.ts';
import { eolOf, indentAt, quoted } from '../../edits/style.ts';
import { phpTypeOf } from '../phpTypes.ts';
import type { ResultProblem } from '../resultProblems.ts';
import { headOf, problemRule } from '../results.ts';
import type { Result } from '../results.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

type Missing = Extract<ResultProblem, { kind: 'missing' }>;

export const returnMissingKey = problemRule(
  { id: 'return-missing-key', defaultSeverity: 'error', fixes: 'suggest' },
  'missing',
  function* (result, problem) {
    const names = problem.keys.map(([key]) => key).join(', ');
    const message = l10n.t(
      'Required by the description, and missing: {0}. Moodle refuses the answer, after the work was done.',
      names,
    );
    yield {
      ...result.at(headOf(result, problem.value.literal), message, problem.path),
      suggest: () => [added(result, problem, names), ...optional(result, problem, names)],
    };
  },
);

const neutral = { int: '0', float: '0.0', bool: 'false', string: "''", array: '[]' } as const;

/** Adds the keys, with the variables of their names where the method has them. */
function added({ file, method }: Result, { keys, value: { literal, items } }: Missing, names: string): Fix {
  const { text } = file;
  const code = text.slice(method.start, method.end);
  const values = keys.map(([key, node]) =>
    /^\w+$/.test(key) && new RegExp(`\\$${key}\\b`).test(code) ? `$${key}` : neutral[phpTypeOf(node)],
  );
  const [first] = items;
  const at = first?.keySpan?.start ?? first?.value.start;
  const isLine = at === undefined || !text.slice(literal.start, at).includes('\n');
  const separator = isLine ? ', ' : `,${eolOf(text)}${indentAt(text, at)}`;
  const [key = '', ...others] = keys.map(([one]) => one);
  const value = [values[0], ...others.map((one, i) => `${quoted(one)} => ${values[i + 1] ?? ''}`)].join(separator);
  return { title: l10n.t('Add {0}', names), edits: insertItem(file, literal, { key, value }) };
}

/** Lets the keys be missing. */
function optional(result: Result, { keys, path }: Missing, names: string): Fix[] {
  const edits = keys.flatMap(([key]) => {
    const site = result.site([...path, key]);
    const [content, desc] = site?.args ?? [];
    const isPositional = site?.args.every(({ name }) => name === undefined) && !site.hasSpread;
    if (!site || !content || !isPositional || site.kind === 'format' || site.kind === 'other') return [];
    const required = site.arg('required');
    if (required) return [result.edit(required, 'VALUE_OPTIONAL')];
    const { end } = desc ?? content;
    return [result.edit({ start: end, end }, `${desc ? '' : ", ''"}, VALUE_OPTIONAL`)];
  });
  return edits.length < keys.length ? [] : [{ title: l10n.t('Describe {0} as optional', names), edits }];
}
