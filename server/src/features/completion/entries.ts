import { CompletionItemKind } from 'vscode-languageserver-types';
import { fieldText } from '../../index/entry.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { DeclarationPlace } from '../shared/declarationPlace.ts';
import type { FeatureDocument } from '../shared/document.ts';
import { keysOf } from '../shared/entryKeys.ts';
import type { Slot } from '../shared/slot.ts';
import { schemaMethodNames } from '../shared/classMethods.ts';
import { externalClasses } from './externalClasses.ts';
import type { Offer } from './offers.ts';

type KeyPlace = Extract<DeclarationPlace, { kind: 'key' }>;
type ValuePlace = Extract<DeclarationPlace, { kind: 'value' }>;

/** Keys that the entry does not have yet, with `=>` and a fitting value where they are not there. */
export function keyOffers(index: IndexSnapshot, document: FeatureDocument, place: KeyPlace): Offer[] {
  if (place.list === 'capabilities') return [];
  const { quote } = place.slot;
  const component = index.componentOf(document.path)?.name ?? '';
  return keysOf(place.list, index.codebase.branch)
    .filter(({ name }) => !place.present.has(name))
    .map(({ name, value, meaning, completes }, i) => {
      const written = `${quote === undefined ? "'" : ''}${name}${quote ?? "'"}`;
      const offer: Offer = {
        label: name,
        kind: CompletionItemKind.Property,
        documentation: meaning(),
        sortText: String(i).padStart(2, '0'),
      };
      if (place.hasArrow) return quote === undefined ? { ...offer, newText: `'${name}'` } : offer;
      const code = value.replace('$component', component);
      const newText = `${written} => ${code}${place.hasComma ? '' : ','}`;
      return { ...offer, newText, snippet: true, again: completes === true };
    });
}

/** The values that a key takes, as text without quotes or as code. */
export function valueOffers(index: IndexSnapshot, document: FeatureDocument, place: ValuePlace): Offer[] {
  const { key, slot, list } = place;
  if (list === 'services') {
    if (key === 'requiredcapability') return quoted(capabilityOffers(index), slot);
    return ['enabled', 'restrictedusers', 'downloadfiles', 'uploadfiles'].includes(key) ? code(slot, ['0', '1']) : [];
  }
  if (list !== 'functions') return [];
  switch (key) {
    case 'classname':
      return classOffers(index, document, slot);
    case 'methodname':
      return quoted(methodOffers(index, document, place), slot);
    case 'type':
      return quoted(
        ['read', 'write'].map((label) => ({ label, kind: CompletionItemKind.EnumMember })),
        slot,
      );
    case 'ajax':
    case 'loginrequired':
    case 'readonlysession':
    case 'allowcorsrequests':
      return code(slot, ['true', 'false'], 'word');
    case 'capabilities':
      return quoted(capabilityOffers(index), slot);
    case 'services':
      return code(slot, ['[MOODLE_OFFICIAL_MOBILE_SERVICE]']);
    default:
      return [];
  }
}

/** Services that a function can join. */
export function shortnameOffers(index: IndexSnapshot, slot: Slot): Offer[] {
  const names = [...new Set(index.services.flatMap(({ shortname }) => (shortname ? [shortname] : [])))];
  return [
    ...code(slot, ['MOODLE_OFFICIAL_MOBILE_SERVICE'], 'constant'),
    ...quoted(
      names.map((label) => ({ label, kind: CompletionItemKind.Module })),
      slot,
    ),
  ];
}

/** Where quotes are still to come, texts bring their own. */
const quoted = (offers: readonly Offer[], { quote }: Slot): Offer[] =>
  offers.map((offer) => (quote === undefined ? { ...offer, newText: `'${offer.newText ?? offer.label}'` } : offer));

/** Code that is no text: nothing to offer inside quotes. */
const code = ({ quote }: Slot, labels: readonly string[], kind?: 'word' | 'constant'): Offer[] =>
  quote === undefined
    ? labels.map((label) => ({ label, kind: CompletionItemKind.Value, ...(kind === undefined ? {} : { code: kind }) }))
    : [];

/** Key: a revision; gone with it. */
const capabilityMemory = new WeakMap<IndexSnapshot, readonly Offer[]>();

export function capabilityOffers(index: IndexSnapshot): readonly Offer[] {
  let offers = capabilityMemory.get(index);
  if (!offers) {
    offers = [...index.capabilities.values()].map(({ entry, component }) => ({
      label: entry.name,
      kind: CompletionItemKind.EnumMember,
      detail: [fieldText(entry, 'captype') ?? '', component.name].filter((part) => part !== '').join(' · '),
    }));
    capabilityMemory.set(index, offers);
  }
  return offers;
}

/** External classes of the component, written as the text does it so far: with single or double backslashes. */
function classOffers(index: IndexSnapshot, document: FeatureDocument, slot: Slot): Offer[] {
  const typed = document.text.getText().slice(slot.start, slot.end);
  const doubled = slot.quote === '"' || typed.includes('\\\\');
  const separator = doubled ? '\\\\' : '\\';
  const lead = typed.startsWith('\\') && slot.quote !== undefined ? separator : '';
  return externalClasses(index, document).map((name) => {
    const written = lead + name.replaceAll('\\', separator);
    const newText = slot.quote === undefined ? `'${written}'` : written;
    return {
      label: name,
      kind: CompletionItemKind.Class,
      ...(newText === name ? {} : { newText }),
      ...(written === name ? {} : { filterText: written }),
    };
  });
}

/** Methods of the class that the entry names: by its text, or as it is evaluated. */
function methodOffers(index: IndexSnapshot, document: FeatureDocument, { entry, siblings }: ValuePlace): Offer[] {
  const fn = entry === undefined ? undefined : index.functions.get(entry);
  const declared = fn?.entry.path === document.path ? fn : undefined;
  const classname = siblings.get('classname') ?? declared?.classname;
  const cls =
    declared && declared.classname === classname?.replace(/^\\+/, '')
      ? index.implementationOf(declared).cls
      : classname === undefined
        ? undefined
        : index.findClass(classname, document.path);
  return cls ? schemaMethodNames(index, cls).map((label) => ({ label, kind: CompletionItemKind.Method })) : [];
}
