import { functionRule } from '../entryRules.ts';
import { nearestName } from '../nearest.ts';
import { textsIn } from '../places.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

/** The services of the Moodle app: Moodle's own, and that of its old plugin. */
const known = ['moodle_mobile_app', 'local_mobile'];

export const servicesServicesUnknown = functionRule(
  { id: 'services-services-unknown', defaultSeverity: 'warning', fixes: 'suggest' },
  function* ({ entry, file, snapshot, context: { document } }) {
    const field = entry.fields.get('services');
    if (!field || !Array.isArray(field.value)) return;
    const names = [...known, ...snapshot.services.flatMap(({ shortname }) => shortname ?? [])];
    for (const { text, span } of textsIn(file, field.valueSpan)) {
      if (!field.value.includes(text) || names.includes(text)) continue;
      const nearest = nearestName(text, names);
      // Without a tree it may be a service of another plugin.
      if (snapshot.codebase.kind === 'plugin' && nearest === undefined) continue;
      yield withNearest(l10n.t('No service has this shortname: the function joins none.'), nearest, document, span);
    }
  },
);
