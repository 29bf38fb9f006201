import { fieldText } from '../../index/entry.ts';
import { autoloadCandidates } from '../../index/locate.ts';
import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesClasspathObsolete = functionRule(
  { id: 'services-classpath-obsolete', defaultSeverity: 'hint', tags: ['convention'], fixes: 'fix' },
  function* (subject) {
    const { fn, snapshot, entry } = subject;
    if (fieldText(entry, 'classpath') === undefined || fieldText(entry, 'classpath') === '') return;
    const path = snapshot.implementationOf(fn).cls?.path;
    if (path === undefined || !autoloadCandidates(snapshot.codebase, fn.classname).includes(path)) return;
    yield {
      ...subject.whole('classpath'),
      tag: 'unnecessary',
      message: l10n.t('Moodle does not read this: the class autoloads.'),
      fix: subject.remove('classpath'),
    };
  },
);
