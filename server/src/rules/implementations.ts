import * as l10n from '@vscode/l10n';
import type { FunctionDeclaration, Implementation } from '../index/evaluateFunction.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { MemberIsland } from '../php/islands.ts';
import type { PhpClass } from '../php/phpClass.ts';
import type { Span } from '../php/cursor.ts';
import { isWhole } from './classes.ts';
import { perDocument } from './remembered.ts';
import { functionsOf, servicesFile, valuePlace } from './places.ts';
import type { Related, RuleContext } from './rule.ts';

/** A function whose class is known with all it inherits. */
export interface Implemented {
  readonly fn: FunctionDeclaration;
  readonly implementation: Implementation & { readonly cls: PhpClass };
  /** Where to tell what its methods lack: the name of the method in db/services.php, or in the class. */
  readonly span: Span;
  /** The other one of both. */
  readonly related: readonly Related[];
}

/** The functions that a document declares or implements. */
export const implementedFunctions = perDocument((context): readonly Implemented[] => {
  const otherPlace = l10n.t('The function is here.');
  return [...declared(context, otherPlace), ...inClasses(context, otherPlace)];
});

/** A method that Moodle calls for a function. */
export interface CalledMethod {
  readonly member: MemberIsland;
  readonly file: SourceFile;
  /** Where the function is declared. */
  readonly related: readonly Related[];
}

/** The methods in a document that Moodle calls for functions, those that describe them included; each once. */
export function* calledMethods(context: RuleContext): Generator<CalledMethod> {
  // By place: structure that was given back and read again is of other objects.
  const seen = new Set<number>();
  for (const { implementation, related } of implementedFunctions(context)) {
    const { method, parameters, returns } = implementation;
    for (const found of [method, parameters, returns]) {
      if (found?.cls.path !== context.document.path || seen.has(found.member.start)) continue;
      // Several functions may share a method.
      seen.add(found.member.start);
      const file = context.snapshot.file(found.cls.path);
      if (file) yield { member: found.member, file, related };
    }
  }
}

function* declared(context: RuleContext, otherPlace: string): Generator<Implemented> {
  const { snapshot } = context;
  const services = servicesFile(context);
  for (const fn of services ? functionsOf(snapshot, services) : []) {
    const method = fn.entry.fields.get('methodname');
    if (!services || !isKnown(fn)) continue;
    const implementation = snapshot.implementationOf(fn);
    const { cls } = implementation;
    if (!cls || !isWhole(snapshot, cls)) continue;
    const span = valuePlace(services.file, fn.entry, method ?? fn.entry.fields.get('classname'));
    const place = implementation.method?.member.nameSpan ?? cls.declaration.nameSpan;
    const path = implementation.method?.cls.path ?? cls.path;
    yield { fn, implementation: { ...implementation, cls }, span, related: [{ path, ...place, message: otherPlace }] };
  }
}

/** In the file of a class: the functions of which it has the method itself. */
function* inClasses({ snapshot, document }: RuleContext, otherPlace: string): Generator<Implemented> {
  const { path } = document;
  if (!path.endsWith('.php')) return;
  // Moodle reads backup/externallib.php, although the component's directory is another one.
  if (!snapshot.componentOf(path) && !path.endsWith('/externallib.php')) return;
  for (const { fqn, members } of snapshot.file(document.path)?.islands.classes ?? []) {
    for (const { kind, name, nameSpan } of members) {
      if (kind !== 'method') continue;
      for (const fn of snapshot.functionsImplementedBy(fqn, name)) {
        const implementation = snapshot.implementationOf(fn);
        const { cls } = implementation;
        if (cls?.path !== document.path || !isKnown(fn) || !isWhole(snapshot, cls)) continue;
        const related = [{ path: fn.entry.path, ...fn.entry.nameSpan, message: otherPlace }];
        yield { fn, implementation: { ...implementation, cls }, span: nameSpan, related };
      }
    }
  }
}

/** False while the entry is broken, or names its method by something that only a site knows. */
function isKnown({ entry }: FunctionDeclaration): boolean {
  const method = entry.fields.get('methodname');
  return method ? typeof method.value === 'string' : entry.complete;
}
