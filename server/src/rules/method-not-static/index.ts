import { setModifier } from '../../edits/classEdits.ts';
import { calledMethods } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const methodNotStatic: Rule = {
  id: 'method-not-static',
  defaultSeverity: 'error',
  fixes: 'fix',
  *check(context): Generator<Finding> {
    for (const { member, file, related } of calledMethods(context)) {
      if (member.isStatic) continue;
      const body = member.body ? file.text.slice(member.body.start, member.body.end) : '';
      yield {
        ...member.nameSpan,
        message: l10n.t(
          'Moodle calls {0}() without an object, which ends in a TypeError: it has to be static.',
          member.name,
        ),
        related,
        fix: /\$this\b/.test(body)
          ? undefined
          : () => ({ title: l10n.t('Make {0}() static', member.name), edits: [setModifier(file, member, 'static')] }),
      };
    }
  },
};
