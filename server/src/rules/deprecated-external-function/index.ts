import { Cursor, char } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

/** Functions of lib/externallib.php that are methods of core_external\util since 4.2. */
const moved: Readonly<Record<string, string>> = {
  external_format_text: 'format_text',
  external_format_string: 'format_string',
  external_validate_format: 'validate_format',
  external_generate_token: 'generate_token',
  external_generate_token_for_current_user: 'generate_token_for_current_user',
};

/** Spares the tokens of files that call none of them. */
const mark = new RegExp(Object.keys(moved).join('|'), 'i');

export const deprecatedExternalFunction: Rule = {
  id: 'deprecated-external-function',
  defaultSeverity: 'hint',
  since: 402,
  tags: ['compatibility'],
  fixes: 'fix',
  *check({ snapshot, document: { path }, targets }): Generator<Finding> {
    const file = path.endsWith('.php') && snapshot.componentOf(path) ? snapshot.file(path) : undefined;
    if (!file || targets.from < 402 || !mark.test(file.text)) return;
    const c = new Cursor(file.islands.tokens);
    for (let i = 0; i < c.count; i += 1) {
      const name = c.kind(i) === T.Name ? c.text(i).replace(/^\\/, '').toLowerCase() : '';
      const method = Object.hasOwn(moved, name) ? moved[name] : undefined;
      if (method === undefined || c.kind(c.next(i + 1)) !== char('(')) continue;
      const before = c.previous(i - 1);
      if (c.kind(before) === T.Arrow || c.kind(before) === T.DoubleColon || c.isWord(before, 'function')) continue;
      const code = `\\core_external\\util::${method}`;
      const span = c.span(i);
      yield {
        ...span,
        ...(targets.to >= 503 && targets.to < Infinity ? { severity: 'warning' as const } : {}),
        tag: 'deprecated',
        message: l10n.t('Moved to {0}() in Moodle 4.2.', code),
        fix: () => ({ title: l10n.t('Change to {0}', code), edits: [{ path, ...span, text: code }] }),
      };
    }
  },
};
