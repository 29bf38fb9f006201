import { phpLiteral } from '../../edits/phpLiteral.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import type { Fix } from '../rule.ts';
import { nullable, pairRule } from '../signature.ts';
import type { Pair, Signature } from '../signature.ts';
import * as l10n from '@vscode/l10n';

const lacksDefault = ({ node, param }: Pair) => node.required === 'VALUE_DEFAULT' && !param.value;

export const signatureNoDefault = pairRule(
  { id: 'signature-no-default', defaultSeverity: 'off', fixes: 'fix' },
  function* (signature, pair) {
    if (!lacksDefault(pair)) return;
    const message = l10n.t(
      'The description has a default, but PHP code that calls the method must pass ${0}.',
      pair.param.name,
    );
    yield { ...signature.at(pair, message), fix: withDefaults(signature, pair) };
  },
);

/** The described defaults for this parameter and those behind it: PHP wants none that are required behind one. */
function withDefaults(signature: Signature, pair: Pair): (() => Fix) | undefined {
  const from = signature.params.indexOf(pair.param);
  const open = signature.params.slice(from).filter(({ value, isVariadic }) => !value && !isVariadic);
  const pairs = signature.pairs.filter(
    (one) => open.includes(one.param) && lacksDefault(one) && !isDynamic(one.node.default),
  );
  if (pairs.length < open.length) return undefined;
  return () => ({
    title: l10n.t('Add the described default'),
    edits: pairs.flatMap(({ node, param: { end, type, typeSpan, takesNull } }) => [
      ...(node.default === null && !takesNull && typeSpan ? [signature.edit(typeSpan, nullable(type))] : []),
      signature.edit({ start: end, end }, ` = ${phpLiteral(node.default)}`),
    ]),
  });
}
