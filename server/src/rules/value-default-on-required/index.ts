import { choices } from '../entryRules.ts';
import type { Argument } from '../callArguments.ts';
import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const valueDefaultOnRequired = descriptionRule(
  { id: 'value-default-on-required', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('default');
    const given = site.literal('default');
    const required = site.arg('required');
    if (!place || !given || given.kind === 'null' || site.required !== 'VALUE_REQUIRED' || !required) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('A required value has no default: this one is never used.'),
      suggest: choices(
        site.replace(required, 'VALUE_DEFAULT', l10n.t('Change to {0}', 'VALUE_DEFAULT')),
        dropped(site, place),
      ),
    };
  },
);

/** Without the default; null where another argument follows. */
function dropped(site: DescriptionSite, place: Argument): (() => Fix) | undefined {
  const at = site.args.indexOf(place);
  const before = site.args[at - 1];
  if (!before || place.name !== undefined) return undefined;
  const isLast = at === site.args.length - 1;
  const span = { start: isLast ? before.end : place.start, end: place.end };
  return site.replace(span, isLast ? '' : 'null', l10n.t('Remove the default'));
}
