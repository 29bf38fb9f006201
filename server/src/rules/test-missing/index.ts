import { phpunitTest } from '../../features/refactor/phpunitTest.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { checkedPaths } from '../documents.ts';
import { functionRule } from '../entryRules.ts';
import { refactorPlace } from '../refactorPlace.ts';
import { perObject } from '../remembered.ts';
import * as l10n from '@vscode/l10n';

export const testMissing = functionRule(
  { id: 'test-missing', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  function* (entry) {
    const { snapshot, fn, component, context } = entry;
    // Core's own file declares functions of all subsystems: to know would mean to read all of their tests at each edit.
    if (fn.component.name === 'core') return;
    const { cls, method } = snapshot.implementationOf(fn);
    if (!cls || !method) return;
    const short = cls.declaration.name.toLowerCase();
    const wanted = [`${short}::${fn.methodname.toLowerCase()}`, fn.name.toLowerCase()];
    // The tests of a class are in the component that it belongs to.
    for (const one of new Set([snapshot.componentOf(cls.path), component]))
      for (const path of one ? checkedPaths(snapshot, one) : []) {
        const file = /\/tests\/.*_test\.php$/.test(path) ? snapshot.file(path) : undefined;
        if (file && wanted.some((name) => namesIn(file).has(name))) return;
      }
    yield {
      ...entry.name,
      message: l10n.t('No test calls {0}::{1}() or names the function.', cls.declaration.name, fn.methodname),
      suggest: () =>
        [...phpunitTest(refactorPlace(context, component, entry.entry.nameSpan.start))].map(({ title, edits }) => ({
          title,
          edits: edits(),
        })),
    };
  },
);

/** What a file names: `class::method` with the short name of the class, and texts in quotes, lower case. */
const namesIn = perObject((file: SourceFile): ReadonlySet<string> => {
  const names = file.text.matchAll(/(\w+::\w+)\s*\(|['"](\w+_\w+)['"]/g);
  return new Set([...names].map(([, call, text]) => (call ?? text ?? '').toLowerCase()));
});
