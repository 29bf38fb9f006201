import { replaceInside, replaceText } from '../../edits/style.ts';
import { choices, serviceRule } from '../entryRules.ts';
import type { EntrySubject } from '../entryRules.ts';
import { servicesFile, textsIn } from '../places.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const serviceShortnameDuplicate = serviceRule(
  { id: 'service-shortname-duplicate', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const name = entry.known('shortname');
    if (typeof name !== 'string' || name === '') return;
    const others = entry.snapshot.services.filter((one) => one.shortname === name && one.entry !== entry.entry);
    for (const { component, entry: other } of others) {
      // Of two in one file the later one fails.
      if (other.path === entry.entry.path && other.span.start > entry.entry.span.start) continue;
      yield {
        ...entry.place('shortname'),
        message: l10n.t('A service of {0} has this shortname: installing the plugin fails.', component.name),
        related: [{ path: other.path, ...other.nameSpan, message: l10n.t('It is also here.') }],
        suggest: choices(renamed(entry, name)),
      };
    }
  },
);

/** Another shortname, also where functions of the file join the service; of two in the file, they join the first. */
function renamed(entry: EntrySubject, name: string): (() => Fix) | undefined {
  const { snapshot, component, file, context } = entry;
  const field = entry.isWritten('shortname') ? entry.field('shortname') : undefined;
  const names = snapshot.services.map(({ shortname }) => shortname);
  const free = [component.name, `${component.name}_${name}`].find((one) => !names.includes(one));
  if (!field || free === undefined) return undefined;
  const { functions = [], services = [] } = servicesFile(context)?.declared ?? {};
  const isOnly = services.filter(({ values }) => values.get('shortname') === name).length === 1;
  const lists = functions.flatMap(({ fields }) => (isOnly ? (fields.get('services')?.valueSpan ?? []) : []));
  const joining = lists.flatMap((list) => [...textsIn(file, list)].filter(({ text }) => text === name));
  const edits = joining.map(({ span }) => replaceInside(file.path, file.text, span, free));
  return () => ({
    title: l10n.t('Change to {0}', free),
    edits: [replaceText(file, field.valueSpan, free), ...edits],
  });
}
