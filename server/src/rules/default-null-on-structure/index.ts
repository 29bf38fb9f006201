import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const defaultNullOnStructure = descriptionRule(
  { id: 'default-null-on-structure', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site, { targets }) {
    if ((site.kind !== 'single' && site.kind !== 'multiple') || site.role !== 'parameters') return;
    const required = site.arg('required');
    if (!required || site.required !== 'VALUE_DEFAULT' || site.hasSpread) return;
    const place = site.arg('default');
    const given = site.literal('default');
    if (given && given.kind !== 'null' && !(given.kind === 'scalar' && given.value === '')) return;
    // What Moodle 4.2 ignores is another rule's business.
    if (site.allowsNull !== false && targets.to > 402) return;
    yield {
      start: (place ?? required).start,
      end: (place ?? required).end,
      message: l10n.t(
        'The default of a structure has to be an array: every call without this fails with “Only arrays accepted”.',
      ),
      suggest: () => [
        place
          ? site.replace(place, '[]', l10n.t('Change to {0}', '[]'))()
          : {
              title: l10n.t('Insert the default {0}', '[]'),
              edits: [site.splice(site.args.indexOf(required) + 1, 0, ['[]'])],
            },
      ],
    };
  },
);
