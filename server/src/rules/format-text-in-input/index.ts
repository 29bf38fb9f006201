import { char } from '../../php/cursor.ts';
import type { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { bodyFacts } from '../bodyFacts.ts';
import type { BodyCall } from '../bodyFacts.ts';
import { calledMethods } from '../implementations.ts';
import { choices } from '../entryRules.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

const writes = [
  'insert_record',
  'insert_records',
  'insert_record_raw',
  'update_record',
  'update_record_raw',
  'set_field',
];

export const formatTextInInput: Rule = {
  id: 'format-text-in-input',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const text = context.document.text.getText();
    if (!text.includes('format_text') || !text.includes('$DB')) return;
    for (const { member, file, related } of calledMethods(context)) {
      const facts = bodyFacts(file, member);
      const written = facts.named(...writes).filter(({ receiver }) => receiver === '$DB');
      for (const call of written.length > 0 ? facts.named('format_text', 'external_format_text') : []) {
        const write = written.find((one) => takes(facts.cursor, one, call));
        if (!write) continue;
        yield {
          ...call.nameSpan,
          message: l10n.t(
            'What {0}() returns is written to the database: texts are stored as they were entered, and formatted when they are shown.',
            call.name,
          ),
          suggest: choices(asEntered(file, call)),
          related: [{ path: file.path, ...write.nameSpan, message: l10n.t('It is written here.') }, ...related],
        };
      }
    }
  },
};

/** Whether a write takes what a call returns: as an argument, or in a variable that is part of the assignment before. */
function takes(c: Cursor, write: BodyCall, call: BodyCall): boolean {
  if (write.open < call.at && call.at < write.close) return true;
  const variable = assignedTo(c, call);
  if (variable === undefined || write.open < call.close) return false;
  for (let i = write.open; i < write.close; i += 1)
    if (c.kind(i) === T.Variable && c.text(i) === variable && c.kind(c.next(i + 1)) !== T.Arrow) return true;
  return false;
}

/** `$a` in `$a = f(…)`, `$a->b = f(…)` and `$a['b'] = f(…)`. */
function assignedTo(c: Cursor, call: BodyCall): string | undefined {
  const equals = c.previous(call.first - 1);
  if (c.kind(equals) !== char('=')) return undefined;
  let i = c.previous(equals - 1);
  while (i > 0 && ![';', '{', '}'].some((one) => c.kind(i) === char(one))) i = c.previous(i - 1);
  const first = c.next(i + 1);
  return c.kind(first) === T.Variable ? c.text(first) : undefined;
}

/** What is formatted, as it is; external_format_text() gives the format back with it. */
function asEntered({ path, text }: SourceFile, call: BodyCall): (() => Fix) | undefined {
  const [first] = call.args;
  if (!first || call.receiver !== undefined || call.name.toLowerCase() !== 'format_text') return undefined;
  const { start, end } = call.island;
  return () => ({
    title: l10n.t('Write what was entered'),
    edits: [{ path, start, end, text: text.slice(first.start, first.end) }],
  });
}
