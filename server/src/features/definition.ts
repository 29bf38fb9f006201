import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { Entry } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { FeatureDocument } from './shared/document.ts';
import { classPlace, declarationPlace, implementationPlace, linkTo } from './shared/places.ts';
import type { Place } from './shared/places.ts';
import { subjectAt } from './shared/subject.ts';
import type { Subject } from './shared/subject.ts';

/**
 * Where the thing at a position is defined. A call leads to the method and the declaration, a declaration to its method,
 * a method to its declarations.
 */
export function provideDefinition(
  index: IndexSnapshot,
  document: FeatureDocument,
  position: Position,
): LocationLink[] | null {
  const subject = subjectAt(index, document, document.text.offsetAt(position));
  if (!subject) return null;
  const links = placesOf(index, subject)
    .map((place) => linkTo(index, document, subject.span, place))
    .filter((link) => link !== undefined);
  return links.length === 0 ? null : links;
}

function placesOf(index: IndexSnapshot, subject: Subject): (Place | undefined)[] {
  switch (subject.kind) {
    case 'function': {
      const fn = index.functions.get(subject.name);
      if (!fn) return [];
      return subject.isDeclaration ? [methodPlace(index, fn)] : [methodPlace(index, fn), declarationPlace(fn)];
    }
    case 'class':
    case 'method': {
      const fn = index.functions.get(subject.name);
      if (!fn) return [];
      return [subject.kind === 'class' ? classPlace(index.implementationOf(fn)) : methodPlace(index, fn)];
    }
    case 'implementation':
      return index.functionsImplementedBy(subject.cls.fqn, subject.method).map(declarationPlace);
    case 'service':
      return index.services.filter((one) => one.shortname === subject.shortname).map(({ entry }) => placeOf(entry));
    case 'capability': {
      const capability = index.capabilities.get(subject.name);
      return [capability && placeOf(capability.entry)];
    }
    case 'key':
    case 'constant':
      return [];
  }
}

const methodPlace = (index: IndexSnapshot, fn: FunctionDeclaration) => implementationPlace(index.implementationOf(fn));

const placeOf = (entry: Entry): Place => ({ path: entry.path, whole: entry.span, name: entry.nameSpan });
