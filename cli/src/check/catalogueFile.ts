import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';

/** The functions of a file that `moodle-ws export` has written, by name; undefined for another file. */
export function readCatalogueFile(text: string): ReadonlyMap<string, ExternalFunction> | undefined {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(list) && list.every(isFunction) ? new Map(list.map((fn) => [fn.name, fn])) : undefined;
}

const isFunction = (one: unknown): one is ExternalFunction =>
  typeof one === 'object' &&
  one !== null &&
  ['name', 'component', 'classname', 'type'].every((key) => typeof (one as Record<string, unknown>)[key] === 'string');
