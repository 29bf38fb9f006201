import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { FeatureDocument } from '../shared/document.ts';
import { isCore } from '../../workspace/codebase.ts';

/** Key: a revision; by component. Gone with the revision. */
const memory = new WeakMap<IndexSnapshot, Map<string, readonly string[]>>();

/** Names of the classes that can implement functions of the document's component, sorted. */
export function externalClasses(index: IndexSnapshot, document: FeatureDocument): readonly string[] {
  const component = index.componentOf(document.path);
  if (!component) return [];
  let lists = memory.get(index);
  if (!lists) memory.set(index, (lists = new Map<string, readonly string[]>()));
  let names = lists.get(component.name);
  if (!names) {
    // The functions of core's subsystems are declared in lib/db/services.php.
    const components = isCore(component) ? [...index.codebase.components.values()].filter(isCore) : [component];
    const found = new Set(components.flatMap((one) => index.externalClassNames(one)));
    names = [...found].filter((name) => !/(?:_exporter|_trait|_base)$/.test(name)).sort();
    lists.set(component.name, names);
  }
  return names;
}
