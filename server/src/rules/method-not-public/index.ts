import { setModifier } from '../../edits/classEdits.ts';
import { calledMethods } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const methodNotPublic: Rule = {
  id: 'method-not-public',
  defaultSeverity: 'error',
  fixes: 'fix',
  *check(context): Generator<Finding> {
    for (const { member, file, related } of calledMethods(context)) {
      if (member.visibility === 'public') continue;
      yield {
        ...member.nameSpan,
        message:
          member.visibility === 'private'
            ? l10n.t('{0}() is private: Moodle cannot call it, and every call ends in a TypeError.', member.name)
            : l10n.t('{0}() is protected: REST and SOAP cannot call it, though AJAX can.', member.name),
        related,
        fix: () => ({ title: l10n.t('Make {0}() public', member.name), edits: [setModifier(file, member, 'public')] }),
      };
    }
  },
};
