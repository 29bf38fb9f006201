import { isDynamic } from '../../../../webservice/src/schema/node.ts';
import { phpLiteral } from '../../edits/phpLiteral.ts';
import { choices } from '../entryRules.ts';
import { jsonOf } from '../literals.ts';
import { pairRule } from '../signature.ts';
import { asPassed } from '../signatureText.ts';
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
