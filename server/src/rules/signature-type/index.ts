import { phpTypeOf, takesArgument } from '../phpTypes.ts';
import { nullable, signatureRule } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureType = signatureRule(
  { id: 'signature-type', defaultSeverity: 'error', fixes: 'fix' },
  function* (signature) {
    for (const pair of signature.pairs) {
      const { node, param } = pair;
      if (takesArgument(param.type, node)) continue;
      const type = phpTypeOf(node);
      const message = l10n.t(
        'Moodle passes {0}, and ${1} is {2}: every call with a value for {3} ends in a TypeError.',
        type,
        param.name,
        param.type,
        pair.key,
      );
      // A default would have to be of the new type.
      const canChange = !param.isVariadic && (!param.value || param.takesNull);
      const written = param.takesNull ? nullable(type) : type;
      yield {
        ...signature.at(pair, message, param.typeSpan),
        fix: canChange ? signature.retype(param, written) : undefined,
      };
    }
  },
);
