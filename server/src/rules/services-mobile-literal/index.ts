import { functionRule } from '../entryRules.ts';
import { textsIn } from '../places.ts';
import * as l10n from '@vscode/l10n';

export const servicesMobileLiteral = functionRule(
  { id: 'services-mobile-literal', defaultSeverity: 'hint', tags: ['convention'], fixes: 'fix' },
  function* ({ entry, file }) {
    const field = entry.fields.get('services');
    for (const { text, span } of field ? textsIn(file, field.valueSpan) : []) {
      if (text !== 'moodle_mobile_app') continue;
      const code = 'MOODLE_OFFICIAL_MOBILE_SERVICE';
      const edit = { path: file.path, start: span.start - 1, end: span.end + 1, text: code };
      yield {
        ...span,
        message: l10n.t('The constant for this is {0}.', code),
        fix: () => ({ title: l10n.t('Change to {0}', code), edits: [edit] }),
      };
    }
  },
);
