import { removeItem } from '../../edits/arrayEdits.ts';
import { replaceInside } from '../../edits/style.ts';
import { choices } from '../entryRules.ts';
import { methodRule } from '../methods.ts';
import { nearestName } from '../nearest.ts';
import { unquoted } from '../places.ts';
import * as l10n from '@vscode/l10n';

export const validateParametersExtraKey = methodRule(
  { id: 'validate-parameters-extra-key', defaultSeverity: 'error', needsCompleteSchema: true, fixes: 'suggest' },
  function* ({ validations, file, php, variables }) {
    const known = new Set([...php, ...variables.map(({ name }) => name)]);
    for (const { keys, passed, array } of validations) {
      if (!keys) continue;
      const names = keys.map(([name]) => name);
      for (const { key, keySpan, item } of passed) {
        // compact() leaves out what is not there.
        if (names.includes(key) || (!item && !known.has(key))) continue;
        const free = names.filter((name) => !passed.some((one) => one.key === name));
        const nearest = nearestName(key, free);
        const place = unquoted(file, keySpan);
        const message = l10n.t("The schema has no '{0}': every call fails.", key);
        yield {
          ...place,
          message: nearest === undefined ? message : `${message} ${l10n.t('Did you mean {0}?', nearest)}`,
          suggest: choices(
            nearest === undefined || !item
              ? undefined
              : () => ({
                  title: l10n.t('Change to {0}', nearest),
                  edits: [replaceInside(file.path, file.text, place, nearest)],
                }),
            array && item
              ? () => ({
                  title: l10n.t("Remove '{0}'", key),
                  edits: [removeItem(file, array, array.items.indexOf(item))],
                })
              : undefined,
          ),
        };
      }
    }
  },
);
