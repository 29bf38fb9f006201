import { paramTypeByValue } from '../../../../webservice/src/schema/paramTypes.ts';
import { choices } from '../entryRules.ts';
import { problemRule } from '../results.ts';
import * as l10n from '@vscode/l10n';

export const returnHtmlAsParamText = problemRule(
  { id: 'return-html-as-param-text', defaultSeverity: 'error', fixes: 'suggest' },
  'value',
  function* (result, { node, value, path }) {
    if (value.kind !== 'call' || (node.type !== 'text' && node.type !== 'notags')) return;
    // format_string() strips tags; methods called format_text() may do anything.
    if (!(value.isMethod ? /^render(_\w+)?$/i : /^format_text$/i).test(value.name)) return;
    const message = l10n.t(
      '{0}() returns HTML, and {1} takes no tags: Moodle refuses the answer as soon as there is one.',
      value.name,
      paramTypeByValue(node.type)?.name ?? node.type,
    );
    const type = result.site(path)?.arg('type');
    yield {
      ...result.at(value, message, path),
      suggest: choices(
        type && (() => ({ title: l10n.t('Describe it as {0}', 'PARAM_RAW'), edits: [result.edit(type, 'PARAM_RAW')] })),
      ),
    };
  },
);
