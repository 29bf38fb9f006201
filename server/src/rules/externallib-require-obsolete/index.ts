import { externalNames } from '../externalNames.ts';
import { withoutGuard } from '../internalGuard.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const externallibRequireObsolete: Rule = {
  id: 'externallib-require-obsolete',
  defaultSeverity: 'hint',
  since: 402,
  tags: ['compatibility'],
  fixes: 'fix',
  *check({ snapshot, document: { path }, targets }): Generator<Finding> {
    const file = path.endsWith('.php') && snapshot.componentOf(path) ? snapshot.file(path) : undefined;
    if (!file || targets.from < 402 || !file.text.includes('externallib.php')) return;
    if (externalNames(file).bare.length > 0 || oldFunctions.test(file.text)) return;
    for (const { start, end } of file.islands.includes) {
      if (!/(libdir\}?['"\s.]*|dirroot\}?['"\s.]*\/lib)\/externallib\.php['"]\s*\)?$/.test(file.text.slice(start, end)))
        continue;
      const statement = file.statements.find((one) => one.start <= start && end <= one.end);
      if (!statement) continue;
      yield {
        start: statement.start,
        end: statement.end,
        tag: 'unnecessary',
        message: l10n.t(
          'Not needed since Moodle 4.2: the classes autoload. In tests it asks for a process of its own.',
        ),
        fix: () => ({ title: l10n.t('Remove it'), edits: withoutGuard(file, statement) }),
      };
    }
  },
};

/** Functions that only this file has. */
const oldFunctions =
  /\bexternal_(format_text|format_string|validate_format|generate_token\w*|create_service_token|delete_descriptions|log_token_request)\s*\(/;
