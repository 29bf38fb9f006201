import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { Entry } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { literalText } from '../php/cursor.ts';
import type { Cursor } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { FeatureDocument } from './shared/document.ts';
import { classPlace, declarationPlace, implementationPlace, linkTo } from './shared/places.ts';
import type { Place } from './shared/places.ts';
import { subjectAt } from './shared/subject.ts';
import { cursorOf } from './shared/tokens.ts';
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
      const capability = index.capability(subject.name);
      return [capability && placeOf(capability.entry)];
    }
    case 'argument':
      return [keyPlace(index, subject.fn, subject.keys)];
    case 'key':
    case 'constant':
      return [];
  }
}

/** Where the method that describes the parameters has a key; the method where it has it from elsewhere. */
function keyPlace(index: IndexSnapshot, fn: FunctionDeclaration, keys: readonly string[]): Place | undefined {
  const { parameters } = index.implementationOf(fn);
  const file = parameters && index.file(parameters.cls.path);
  if (!file) return undefined;
  const { member, cls } = parameters;
  const c = cursorOf(file);
  let at: number | undefined = member.first;
  for (const key of keys) at = at === undefined ? undefined : keyToken(c, key, at + 1, member.last);
  return { path: cls.path, whole: member, name: at === undefined ? member.nameSpan : c.span(at) };
}

/** The token of `'key' =>` between two. */
function keyToken(c: Cursor, key: string, first: number, last: number): number | undefined {
  for (let i = first; i < last; i += 1)
    if (c.kind(i) === T.String && literalText(c.text(i)) === key && c.kind(c.next(i + 1)) === T.DoubleArrow) return i;
  return undefined;
}

const methodPlace = (index: IndexSnapshot, fn: FunctionDeclaration) => implementationPlace(index.implementationOf(fn));

const placeOf = (entry: Entry): Place => ({ path: entry.path, whole: entry.span, name: entry.nameSpan });
