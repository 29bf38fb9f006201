import type { SourceFile } from '../../index/sourceFile.ts';
import { checkedPaths } from '../documents.ts';
import { functionRule } from '../entryRules.ts';
import { perObject } from '../remembered.ts';
import * as l10n from '@vscode/l10n';

export const testMissing = functionRule(
  { id: 'test-missing', defaultSeverity: 'hint', tags: ['convention'] },
  function* (entry) {
    const { snapshot, fn } = entry;
    // Core's own file declares functions of all subsystems: to know would mean to read all of their tests at each edit.
    if (fn.component.name === 'core') return;
    const { cls, method } = snapshot.implementationOf(fn);
    if (!cls || !method) return;
    const short = cls.declaration.name.toLowerCase();
    const wanted = [`${short}::${fn.methodname.toLowerCase()}`, fn.name.toLowerCase()];
    // The tests of a class are in the component that it belongs to.
    for (const component of new Set([snapshot.componentOf(cls.path), fn.component]))
      for (const path of component ? checkedPaths(snapshot, component) : []) {
        const file = /\/tests\/.*_test\.php$/.test(path) ? snapshot.file(path) : undefined;
        if (file && wanted.some((one) => namesIn(file).has(one))) return;
      }
    yield {
      ...entry.name,
      message: l10n.t('No test calls {0}::{1}() or names the function.', cls.declaration.name, fn.methodname),
    };
  },
);

/** What a file names: `class::method` with the short name of the class, and texts in quotes, lower case. */
const namesIn = perObject((file: SourceFile): ReadonlySet<string> => {
  const names = file.text.matchAll(/(\w+::\w+)\s*\(|['"](\w+_\w+)['"]/g);
  return new Set([...names].map(([, call, text]) => (call ?? text ?? '').toLowerCase()));
});
