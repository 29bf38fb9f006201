import { pairRule } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureDefaultOnRequired = pairRule(
  { id: 'signature-default-on-required', defaultSeverity: 'off' },
  function* (signature, pair) {
    if (pair.node.required !== 'VALUE_REQUIRED' || !pair.param.value) return;
    const message = l10n.t(
      'Clients must send {0}: this default counts only where PHP code calls the method.',
      pair.key,
    );
    yield signature.at(pair, message, pair.param.value);
  },
);
