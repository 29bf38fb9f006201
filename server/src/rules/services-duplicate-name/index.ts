import type { Span } from '../../php/cursor.ts';
import { servicesFile, functionsOf, unquoted } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const servicesDuplicateName: Rule = {
  id: 'services-duplicate-name',
  defaultSeverity: 'error',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { file } = services;
    const seen = new Map<string, Span>();
    for (const { array } of file.statements)
      for (const { key, keySpan } of array?.variable === 'functions' ? array.entries : []) {
        if (key === undefined || !keySpan) continue;
        const first = seen.get(key);
        if (first)
          yield {
            ...unquoted(file, keySpan),
            message: l10n.t('The file has this function twice: only the last of them counts.'),
            related: [{ path: file.path, ...first, message: l10n.t('It is also here.') }],
          };
        seen.set(key, keySpan);
      }
    for (const { name, entry } of functionsOf(context.snapshot, services)) {
      const other = context.snapshot.functions.get(name);
      if (!other || other.entry.path === '' || other.entry.path === file.path) continue;
      yield {
        ...unquoted(file, entry.nameSpan),
        message: l10n.t(
          '{0} has a function of this name as well: the upgrade of one of them fails.',
          other.component.name,
        ),
        related: [{ path: other.entry.path, ...other.entry.nameSpan, message: l10n.t('It is also here.') }],
      };
    }
  },
};
