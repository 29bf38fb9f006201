import { CompletionItemKind } from 'vscode-languageserver-types';
import { renderDescription, renderSummary } from '../../../../webservice/src/schema/render.ts';
import type { CallArgument } from '../../callers/callArgument.ts';
import { keysOf, missingKeys, nodeBelow } from '../shared/argument.ts';
import type { DescribedArgument } from '../shared/argument.ts';
import type { Offer } from './offers.ts';

/** What can be typed at a place in the arguments of a call: keys that are not there yet, or the values of a flag. */
export function argumentOffers(argument: DescribedArgument): Offer[] {
  return argument.place.part === 'key' ? keyOffers(argument) : valueOffers(argument);
}

function keyOffers(argument: DescribedArgument): Offer[] {
  return missingKeys(argument).map(([name, node], i) => ({
    label: name,
    kind: CompletionItemKind.Property,
    detail: renderSummary(node),
    ...documented(renderDescription(node)),
    // What must be sent comes first.
    sortText: `${node.required === 'VALUE_REQUIRED' ? 0 : 1}${String(i).padStart(3, '0')}`,
    newText: keyText(argument.place, name),
    again: node.kind === 'value' && node.type === 'bool' && !argument.place.hasSeparator,
  }));
}

const documented = (documentation: string): Pick<Offer, 'documentation'> =>
  documentation === '' ? {} : { documentation };

/** The key with what is not there yet: quotes, and what separates it from its value. */
function keyText({ quote, closed, hasSeparator, style }: CallArgument, name: string): string {
  const separator = hasSeparator ? '' : style.separator;
  if (quote !== undefined) return closed && separator === '' ? name : `${name}${quote}${separator}`;
  const added = style.quote ?? (/^[A-Za-z_$][\w$]*$/.test(name) ? '' : "'");
  return `${added}${name}${added}${separator}`;
}

function valueOffers({ place, around }: DescribedArgument): Offer[] {
  const node = nodeBelow(around, keysOf(place));
  if (node?.kind !== 'value' || node.type !== 'bool') return [];
  // A form has no other values than texts.
  if (place.style.isFlat)
    return ['0', '1'].map((label) => {
      const quoted = place.quote === undefined && place.style.quote !== '' ? { newText: `'${label}'` } : {};
      return { label, kind: CompletionItemKind.Value, ...quoted };
    });
  return place.quote === undefined
    ? ['true', 'false'].map((label) => ({ label, kind: CompletionItemKind.Value, code: 'word' }))
    : [];
}
