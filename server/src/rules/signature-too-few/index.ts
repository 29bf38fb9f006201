import { phpLiteral } from '../../edits/phpLiteral.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { phpTypeOf } from '../phpTypes.ts';
import type { Fix } from '../rule.ts';
import { nullable, signatureRule } from '../signature.ts';
import type { Signature } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureTooFew = signatureRule(
  { id: 'signature-too-few', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (signature) {
    const { params, keys, method, related } = signature;
    if (params.length >= keys.length || signature.readsAllArguments) return;
    const names = keys.slice(params.length).map(([key]) => key);
    yield {
      ...method.nameSpan,
      message: l10n.t('No parameter takes {0}: what clients send never reaches the method.', names.join(', ')),
      related,
      suggest: () => withParameters(signature, names),
    };
  },
);

/** PHP parameters for the keys behind those that have one. */
function withParameters(signature: Signature, names: readonly string[]): Fix[] {
  const { params, keys, method } = signature;
  const last = params.at(-1);
  const missing = keys.slice(params.length);
  if (!method.params || missing.some(([key]) => !/^[A-Za-z_]\w*$/.test(key))) return [];
  // PHP refuses what is required behind what is not.
  const firstFree = missing.findLastIndex(([, { required }]) => required === 'VALUE_REQUIRED') + 1;
  const code = missing.map(([key, node], at) => {
    const isNull = node.required !== 'VALUE_REQUIRED' && node.default === null;
    const hasDefault = node.required === 'VALUE_DEFAULT' && at >= firstFree && !isDynamic(node.default);
    const type = isNull ? nullable(phpTypeOf(node)) : phpTypeOf(node);
    return `${type} $${key}${hasDefault ? ` = ${phpLiteral(node.default)}` : ''}`;
  });
  const end = last?.end ?? method.params.start + 1;
  const text = (last ? ', ' : '') + code.join(', ');
  const title = l10n.t('Add {0}', names.map((name) => `$${name}`).join(', '));
  return [{ title, edits: [signature.edit({ start: end, end }, text)] }];
}
