import { choices } from '../entryRules.ts';
import { problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnObjectList = problemRule(
  { id: 'return-object-list', defaultSeverity: 'error', fixes: 'suggest' },
  'object',
  function* (result, { node, value, path }) {
    const isUrl =
      node.kind === 'value' && value.kind === 'object' && /^(\\?core\\url|\\?moodle_url)$/i.test(value.className);
    const message =
      node.kind === 'value'
        ? l10n.t('A single value is described, and an object is returned: Moodle refuses the answer.')
        : l10n.t('A list is described, and an object is returned: Moodle refuses the answer.');
    const code = `(${result.code(value)})->out(false)`;
    yield {
      ...result.at(value, message, path),
      suggest: choices(
        isUrl ? () => ({ title: l10n.t('Add {0}', '->out(false)'), edits: [result.edit(value, code)] }) : undefined,
      ),
    };
  },
);
