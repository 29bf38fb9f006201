import { quoted } from '../../edits/style.ts';
import { functionRule, choices } from '../entryRules.ts';
import type { FunctionSubject } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesDescriptionMissing = functionRule(
  { id: 'services-description-missing', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (entry) {
    const isEmpty = entry.known('description') === '';
    if (!entry.lacks('description') && !isEmpty) return;
    const sentence = firstSentence(entry);
    const code = sentence === undefined ? undefined : quoted(sentence);
    yield {
      ...entry.place('description'),
      message: l10n.t('The description is missing: administrators and developers of clients see it.'),
      suggest:
        code === undefined
          ? undefined
          : choices(
              isEmpty
                ? entry.replace('description', code)
                : entry.insert('description', code, 'classpath', 'methodname', 'classname'),
            ),
    };
  },
);

/** The first sentence of the doc comment of the method, or of its class. */
function firstSentence({ snapshot, fn }: FunctionSubject): string | undefined {
  const { cls, method } = snapshot.implementationOf(fn);
  for (const [path, doc] of [
    [method?.cls.path, method?.member.doc],
    [cls?.path, cls?.declaration.doc],
  ] as const) {
    const text = path !== undefined && doc ? snapshot.file(path)?.text.slice(doc.start, doc.end) : undefined;
    const words =
      text?.split('\n').map((line) =>
        line
          .replace(/^\s*\/?\*+\/?\s?/, '')
          .replace(/\*\/\s*$/, '')
          .trim(),
      ) ?? [];
    const first = words.find((line) => line !== '' && !line.startsWith('@'));
    if (first !== undefined) return first;
  }
  return undefined;
}
