import { fieldFlag } from '../../index/entry.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { checkedPaths } from '../documents.ts';
import { functionRule } from '../entryRules.ts';
import { perObject } from '../remembered.ts';
import * as l10n from '@vscode/l10n';

export const ajaxUnused = functionRule({ id: 'ajax-unused', defaultSeverity: 'off' }, function* (entry) {
  if (!fieldFlag(entry.entry, 'ajax', false)) return;
  const { snapshot } = entry;
  for (const component of new Set(snapshot.codebase.components.values()))
    for (const path of checkedPaths(snapshot, component)) {
      const file = /\/amd\/src\/|\.mustache$/.test(path) ? snapshot.file(path) : undefined;
      if (file && namesIn(file).has(entry.entry.name)) return;
    }
  yield { ...entry.whole('ajax'), message: l10n.t('No script names the function.') };
});

/** Names of functions, as far as they are in quotes. */
const namesIn = perObject(
  ({ text }: SourceFile): ReadonlySet<string> =>
    new Set([...text.matchAll(/['"`](\w+_\w+)['"`]/g)].map(([, name = '']) => name)),
);
