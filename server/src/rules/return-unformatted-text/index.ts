import { choices } from '../entryRules.ts';
import { problemRule } from '../results.ts';
import type { Result } from '../results.ts';
import type { Fix } from '../rule.ts';
import type { Span } from '../../php/cursor.ts';
import * as l10n from '@vscode/l10n';

/** Fields of Moodle's tables that people write: names, which format_string() is for, and texts. */
const names = /^(name|fullname|title)$/;
const texts = /^(description|intro|summary)$/;

export const returnUnformattedText = problemRule(
  { id: 'return-unformatted-text', defaultSeverity: 'hint', fixes: 'suggest' },
  'value',
  function* (result, { node, value, path }) {
    if (value.kind !== 'property' || !/^(text|raw|cleanhtml)$/.test(node.type)) return;
    const isName = names.test(value.name);
    if (!isName && !texts.test(value.name)) return;
    const message = l10n.t(
      '{0} goes out as it is stored: without filters, so that text in several languages stays as it is written.',
      result.code(value),
    );
    yield { ...result.at(value, message, path), suggest: choices(isName ? formatted(result, value) : undefined) };
  },
);

/** format_string(), where the method has a context for it. */
function formatted(result: Result, value: Span): (() => Fix) | undefined {
  const { method, context } = result;
  if (!/\$context\b/.test(result.code(method))) return undefined;
  const code = result.code(value);
  const text =
    context.targets.from >= 402
      ? `\\core_external\\util::format_string(${code}, $context)`
      : `external_format_string(${code}, $context->id)`;
  return () => ({ title: l10n.t('Format it with {0}', 'format_string()'), edits: [result.edit(value, text)] });
}
