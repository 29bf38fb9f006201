import { choices } from '../entryRules.ts';
import { neutral } from '../methodStub.ts';
import { nullable, pairRule } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureNullDefaultTyped = pairRule(
  { id: 'signature-null-default-typed', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (signature, pair) {
    const { node, param } = pair;
    if (node.required !== 'VALUE_DEFAULT' || node.default !== null || !node.allownull || param.takesNull) return;
    const site = signature.site(pair.key);
    // That no default is written is what default-missing tells.
    if (site?.kind === 'value' && !site.arg('default')) return;
    const message = l10n.t(
      'The default is null, and ${0} does not take it: every call without this value ends in a TypeError.',
      param.name,
    );
    const given = site?.kind === 'value' || site?.kind === 'multiple' ? site.arg('default') : undefined;
    const code = neutral(node, 0);
    yield {
      ...signature.at(pair, message),
      suggest: choices(
        signature.retype(param, nullable(param.type)),
        given && site?.replace(given, code, l10n.t('Change the default to {0}', code)),
      ),
    };
  },
);
