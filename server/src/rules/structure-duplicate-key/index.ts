import { removeItem } from '../../edits/arrayEdits.ts';
import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const structureDuplicateKey = descriptionRule(
  { id: 'structure-duplicate-key', defaultSeverity: 'error', fixes: 'suggest' },
  function* ({ file, keys, role }) {
    for (const [at, { key, keySpan }] of keys?.items.entries() ?? []) {
      const first = keys?.items.findIndex((one) => one.key === key) ?? at;
      const earlier = keys?.items[first]?.keySpan;
      if (!keys || key === undefined || !keySpan || first === at || !earlier) continue;
      yield {
        ...keySpan,
        // In parameters it also moves the arguments.
        ...(role === 'parameters' ? {} : { severity: 'warning' as const }),
        message: l10n.t('The structure has this key twice: only the last of them counts.'),
        related: [{ path: file.path, ...earlier, message: l10n.t('It is also here.') }],
        suggest: () => [{ title: l10n.t('Remove the first of them'), edits: [removeItem(file, keys, first)] }],
      };
    }
  },
);
