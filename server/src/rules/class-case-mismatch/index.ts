import { replaceInside } from '../../edits/style.ts';
import { functionRule } from '../entryRules.ts';
import { valuePlace } from '../places.ts';
import * as l10n from '@vscode/l10n';

export const classCaseMismatch = functionRule(
  { id: 'class-case-mismatch', defaultSeverity: 'warning', fixes: 'fix' },
  function* ({ fn, snapshot, file, entry, context: { document } }) {
    const field = entry.fields.get('classname');
    const name = snapshot.implementationOf(fn).cls?.name;
    if (typeof field?.value !== 'string' || name === undefined || name === fn.classname) return;
    if (name.toLowerCase() !== fn.classname.toLowerCase()) return;
    const place = valuePlace(file, entry, field);
    const message = l10n.t(
      'The class is called {0}: where file names are case-sensitive Moodle may not find it.',
      name,
    );
    const text = document.text.getText();
    yield {
      ...place,
      message,
      fix: () => ({
        title: l10n.t('Change to {0}', name),
        edits: [replaceInside(document.path, text, place, name)],
      }),
    };
  },
);
