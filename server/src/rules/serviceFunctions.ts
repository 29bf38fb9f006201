import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { fieldList } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { EntrySubject } from './entryRules.ts';

/** The functions that a service names, and those whose entries name the service. */
export function* offeredBy(service: EntrySubject): Generator<FunctionDeclaration> {
  const { functions, sortedFunctions } = service.snapshot;
  const named = new Set(fieldList(service.entry, 'functions'));
  for (const name of named) {
    const fn = functions.get(name);
    if (fn) yield fn;
  }
  const shortname = service.known('shortname');
  if (typeof shortname !== 'string' || shortname === '') return;
  for (const fn of sortedFunctions)
    if (!named.has(fn.name) && fieldList(fn.entry, 'services').includes(shortname)) yield fn;
}

/** Whether a schema has a key like this, at any depth. */
export function hasKey(node: SchemaNode, fits: (key: string, node: SchemaNode) => boolean): boolean {
  switch (node.kind) {
    case 'value':
      return false;
    case 'multiple':
      return hasKey(node.content, fits);
    case 'single':
      return node.keys.some(([key, below]) => fits(key, below) || hasKey(below, fits));
  }
}
