import { removeLines } from '../../edits/style.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const servicesIsAllowedFromAjax: Rule = {
  id: 'services-is-allowed-from-ajax',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    const file =
      document.path.endsWith('.php') && snapshot.componentOf(document.path) ? snapshot.file(document.path) : undefined;
    if (!file?.text.includes('_is_allowed_from_ajax')) return;
    for (const { fqn, members } of file.islands.classes)
      for (const member of members) {
        const method = /^(.+)_is_allowed_from_ajax$/i.exec(member.name)?.[1];
        if (method === undefined || snapshot.functionsImplementedBy(fqn, method).length === 0) continue;
        const whole = { start: member.doc?.start ?? member.start, end: member.end };
        yield {
          ...member.nameSpan,
          tag: 'deprecated',
          message: l10n.t(
            "Replaced by 'ajax' => true in db/services.php: Moodle only reports that this method is there.",
          ),
          suggest: () => [{ title: l10n.t('Remove {0}()', member.name), edits: [removeLines(file, whole)] }],
        };
      }
  },
};
