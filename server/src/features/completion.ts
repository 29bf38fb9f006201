import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { callAt } from '../callers/callSites.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import { argumentOffers } from './completion/arguments.ts';
import { constantOffers } from './completion/constants.ts';
import { capabilityOffers, keyOffers, shortnameOffers, valueOffers } from './completion/entries.ts';
import { functionNames } from './completion/functionNames.ts';
import { newEntryOffers } from './completion/newEntries.ts';
import { completionItem, completionList } from './completion/offers.ts';
import type { CompletionSupport, EditRange, ItemData, Offer } from './completion/offers.ts';
import { describedArgumentAt } from './shared/argument.ts';
import { constantPlaceAt } from './shared/argumentPlace.ts';
import { isServicesFile, placeAt } from './shared/declarationPlace.ts';
import type { DeclarationPlace } from './shared/declarationPlace.ts';
import type { FeatureDocument } from './shared/document.ts';
import { functionMarkdown } from './shared/functionText.ts';
import { cursorOf, phpSource } from './shared/tokens.ts';

/** What can be typed at a position; null where that is none of our business. The list is complete: the client filters it. */
export function provideCompletion(
  index: IndexSnapshot,
  document: FeatureDocument,
  position: Position,
  support: CompletionSupport = {},
): CompletionList | null {
  const offset = document.text.offsetAt(position);
  const request = { index, document, offset, support };
  return inPhp(request) ?? inCall(request) ?? inArguments(request);
}

/** The lazy half of an item: what the function takes and returns. */
export function resolveCompletion(index: IndexSnapshot, item: CompletionItem): CompletionItem {
  if ((item.data as ItemData | undefined)?.of !== 'function') return item;
  const fn = index.functions.get(item.label);
  if (!fn) return item;
  const value = functionMarkdown(index.describe(fn), fn.component.name, index.servicesOf(fn), index.history(fn.name));
  return { ...item, documentation: { kind: 'markdown', value } };
}

interface Request {
  readonly index: IndexSnapshot;
  readonly document: FeatureDocument;
  readonly offset: number;
  readonly support: CompletionSupport;
}

function inCall(request: Request): CompletionList | null {
  const { index, document, offset, support } = request;
  const site = callAt(document, offset);
  if (!site) return null;
  const items = functionNames(index, { ajax: site.kind === 'ajax' }, support);
  return completionList(items, editRange(request, site.span), support, functionData(document));
}

function inArguments(request: Request): CompletionList | null {
  const argument = describedArgumentAt(request.index, request.document, request.offset);
  if (!argument) return null;
  const { part, span, closed, hasSeparator, style } = argument.place;
  // With what separates it to come, the key brings its closing quote.
  const bringsQuote = part === 'key' && closed && !hasSeparator && style.separator !== '';
  const end = bringsQuote ? span.end + 1 : span.end;
  return list(request, { start: span.start, end }, argumentOffers(argument), bringsQuote);
}

function inPhp(request: Request): CompletionList | null {
  const { index, document, offset } = request;
  const file = phpSource(index, document);
  if (!file) return null;
  const c = cursorOf(file);
  if (isServicesFile(document.path)) {
    const place = placeAt(c, offset);
    if (place) return inDeclaration(request, place);
  }
  const constant = constantPlaceAt(c, file.islands.scope, offset);
  return constant ? list(request, constant.slot, constantOffers(constant.family)) : null;
}

function inDeclaration(request: Request, place: DeclarationPlace): CompletionList | null {
  const { index, document, support } = request;
  const { slot } = place;
  switch (place.kind) {
    case 'name':
    case 'key': {
      // With its arrow to come, the key brings its closing quote.
      const end = !place.hasArrow && slot.closed ? slot.end + 1 : slot.end;
      const offers = place.kind === 'key' ? keyOffers(index, document, place) : newEntryOffers(index, document, place);
      return list(request, { start: slot.start, end }, offers, true);
    }
    case 'value':
      if (place.list === 'functions' && place.key === 'capabilities') return inCapabilities(request, place);
      return list(request, slot, valueOffers(index, document, place));
    case 'item': {
      if (place.list === 'services' && place.key === 'functions') {
        const names = functionNames(index, { quoted: slot.quote === undefined }, support);
        const missing = names.filter(({ label }) => !place.present.has(label));
        return completionList(missing, editRange(request, slot), support, functionData(document));
      }
      if (place.list !== 'functions' || place.key !== 'services') return null;
      return list(
        request,
        slot,
        shortnameOffers(index, slot).filter(({ label }) => !place.present.has(label)),
      );
    }
  }
}

/** One of several capabilities in a text. */
function inCapabilities(request: Request, place: Extract<DeclarationPlace, { kind: 'value' }>): CompletionList | null {
  const { index, document, offset } = request;
  const { slot } = place;
  if (slot.quote === undefined) return list(request, slot, valueOffers(index, document, place));
  const text = document.text.getText();
  const comma = text.slice(slot.start, offset).lastIndexOf(',');
  let start = comma < 0 ? slot.start : slot.start + comma + 1;
  while (start < offset && text[start] === ' ') start += 1;
  const next = text.slice(offset, slot.end).search(/[,\s]/);
  const end = next < 0 ? slot.end : offset + next;
  const others = `${text.slice(slot.start, start)},${text.slice(end, slot.end)}`.split(',').map((name) => name.trim());
  return list(
    request,
    { start, end },
    capabilityOffers(index).filter(({ label }) => !others.includes(label)),
  );
}

const functionData = (document: FeatureDocument): ItemData => ({ uri: document.uri, of: 'function' });

/** `whole`: what is inserted stands for all of the span, also when the cursor is inside it. */
function list(request: Request, span: Span, all: readonly Offer[], whole = false): CompletionList | null {
  const { support, index } = request;
  const offers = support.otherPhp === true && span.end > span.start ? all.filter((one) => !isGiven(one, index)) : all;
  if (offers.length === 0) return null;
  const range = editRange(request, span);
  return completionList(
    offers.map((offer) => completionItem(offer, support)),
    whole ? { insert: range.replace, replace: range.replace } : range,
    support,
  );
}

/** Whether an extension that knows PHP offers the same: words of the language, and constants where it sees Moodle. */
const isGiven = ({ code }: Offer, index: IndexSnapshot): boolean =>
  code === 'word' || (code === 'constant' && index.codebase.kind !== 'plugin');

function editRange({ document: { text }, offset }: Request, { start, end }: Span): EditRange {
  const from = text.positionAt(start);
  return { insert: { start: from, end: text.positionAt(offset) }, replace: { start: from, end: text.positionAt(end) } };
}
