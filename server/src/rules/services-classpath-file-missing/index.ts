import { fieldText } from '../../index/entry.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesClasspathFileMissing = functionRule(
  { id: 'services-classpath-file-missing', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (subject) {
    const { fn, snapshot, entry } = subject;
    const path = fieldText(entry, 'classpath') ?? '';
    if (path === '' || typeof entry.fields.get('classpath')?.value !== 'string') return;
    const { codebase } = snapshot;
    const folder = fn.component.name.slice(fn.component.name.indexOf('_') + 1);
    // Without a tree only paths into the plugin itself can be told.
    if (codebase.kind === 'plugin' && !path.split('/').includes(folder)) return;
    if (snapshot.homeFiles(fn).some((one) => snapshot.isFile(one))) return;
    const isFound = snapshot.implementationOf(fn).cls !== undefined;
    yield {
      ...subject.place('classpath'),
      ...(isFound ? {} : { severity: 'error' as const }),
      message: isFound
        ? l10n.t('There is no such file below the root of Moodle. The class is found without it.')
        : l10n.t('There is no such file below the root of Moodle, so the class is not found.'),
      suggest: choices(subject.remove('classpath')),
    };
  },
);
