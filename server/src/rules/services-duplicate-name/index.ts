import { arrayAt, removeItem } from '../../edits/arrayEdits.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import type { Span } from '../../php/cursor.ts';
import { choices } from '../entryRules.ts';
import { servicesFile, functionsOf, unquoted } from '../places.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const servicesDuplicateName: Rule = {
  id: 'services-duplicate-name',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { file } = services;
    const seen = new Map<string, { span: Span; array: Span; at: number }>();
    for (const { array } of file.statements)
      for (const [at, { key, keySpan }] of (array?.variable === 'functions' ? array.entries : []).entries()) {
        if (key === undefined || !keySpan) continue;
        const first = seen.get(key);
        if (first)
          yield {
            ...unquoted(file, keySpan),
            message: l10n.t('The file has this function twice: only the last of them counts.'),
            related: [{ path: file.path, ...first.span, message: l10n.t('It is also here.') }],
            suggest: choices(removal(file, first)),
          };
        if (array) seen.set(key, { span: keySpan, array: array.literal, at });
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

/** Without the one that does not count. */
function removal(file: SourceFile, { array, at }: { array: Span; at: number }): (() => Fix) | undefined {
  const literal = arrayAt(file, array);
  return literal && (() => ({ title: l10n.t('Remove the first one'), edits: [removeItem(file, literal, at)] }));
}
