import { signatureRule } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureExtraOptional = signatureRule(
  { id: 'signature-extra-optional', defaultSeverity: 'hint' },
  function* ({ params, keys, related }) {
    for (const { nameSpan, name, value } of params.slice(keys.length))
      if (value)
        yield {
          ...nameSpan,
          message: l10n.t('No key is described for ${0}: by web service it always has its default.', name),
          related,
        };
  },
);
