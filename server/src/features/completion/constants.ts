import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { paramTypes, schemaConstants } from '../../../../webservice/src/schema/paramTypes.ts';
import { escapeMarkdown } from '../../../../webservice/src/schema/markdown.ts';
import type { ConstantFamily } from '../shared/argumentPlace.ts';
import type { Offer } from './offers.ts';

/** The constants of one family; those that new code should not use come last. */
export function constantOffers(family: ConstantFamily): readonly Offer[] {
  if (family === 'PARAM')
    return paramTypes.map(({ name, value, accepts, replacedBy }) => ({
      label: name,
      kind: CompletionItemKind.Constant,
      code: 'constant',
      detail: replacedBy === undefined ? value : l10n.t('use {0}', replacedBy),
      documentation: escapeMarkdown(accepts),
      deprecated: replacedBy !== undefined,
      sortText: `${replacedBy === undefined ? 0 : 1}${name}`,
    }));
  return schemaConstants
    .filter(({ name }) => name.startsWith(`${family}_`))
    .map(({ name, meaning }) => ({
      label: name,
      kind: CompletionItemKind.Constant,
      code: 'constant',
      documentation: escapeMarkdown(meaning),
    }));
}
