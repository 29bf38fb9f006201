import type { Json, SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { checkParam } from '../../../../webservice/src/schema/paramCheck.ts';
import { phpLiteral } from '../../edits/phpLiteral.ts';
import { choices } from '../entryRules.ts';
import { jsonOf } from '../literals.ts';
import { pairRule } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureDefaultDiffers = pairRule(
  { id: 'signature-default-differs', defaultSeverity: 'info', fixes: 'suggest' },
  function* (signature, pair) {
    const { node, param, key } = pair;
    const { file } = signature;
    const written = param.value && jsonOf(file, param.value);
    // Null stands for nothing given.
    if (
      node.required !== 'VALUE_DEFAULT' ||
      !param.value ||
      written === undefined ||
      written === null ||
      isDynamic(node.default)
    )
      return;
    const described = node.default;
    if (asPassed(node, written) === asPassed(node, described)) return;
    const place = param.value;
    const code = file.text.slice(place.start, place.end);
    const message = l10n.t(
      'By web service the default of {0} is {1}, in PHP it is {2}.',
      key,
      phpLiteral(described),
      code,
    );
    const inDescription = signature.site(key)?.arg('default');
    const to = (span: typeof place, text: string, title: string) => () => ({
      title,
      edits: [signature.edit(span, text)],
    });
    yield {
      ...signature.at(pair, message, place),
      suggest: choices(
        described === null && !param.takesNull
          ? undefined
          : to(place, phpLiteral(described), l10n.t('Change the PHP default to {0}', phpLiteral(described))),
        inDescription && to(inDescription, code, l10n.t('Change the described default to {0}', code)),
      ),
    };
  },
);

/** Two defaults that give the same here are the same to the method: `0` and `false` for PARAM_BOOL. */
function asPassed(node: SchemaNode, value: Json): string {
  if (node.kind !== 'value' || value === null || typeof value === 'object') return JSON.stringify(value);
  const checked = checkParam(value, node.type);
  const cleaned = checked.kind === 'accepted' ? checked.value : value;
  // PHP's own text of a boolean, so that false equals 0 where a number is meant.
  return String(typeof cleaned === 'boolean' ? Number(cleaned) : cleaned);
}
