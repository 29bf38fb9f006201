/** Keys of the schema that a method does not pass to validate_parameters(). */
import type { Required } from '../../../webservice/src/schema/node.ts';
import { insertItem } from '../edits/arrayEdits.ts';
import { quoted } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { RunningMethod } from './methods.ts';
import type { Finding } from './rule.ts';
import type { Validation } from './validations.ts';
import * as l10n from '@vscode/l10n';

/** A finding for each key of this kind that is not passed. */
export function* missingKeys(
  { validations, file, php }: RunningMethod,
  required: Required,
  message: (key: string) => string,
): Generator<Finding> {
  for (const validation of validations) {
    const { keys, passed, isComplete, values } = validation;
    if (!keys || !isComplete || !values) continue;
    for (const [key, node] of keys) {
      if (node.required !== required || passed.some((one) => one.key === key)) continue;
      const before = keys
        .slice(
          0,
          keys.findIndex(([name]) => name === key),
        )
        .map(([name]) => name);
      yield {
        start: values.start,
        end: values.end,
        message: message(key),
        fix: php.includes(key)
          ? () => ({
              title: l10n.t("Insert '{0}' => {1}", key, `$${key}`),
              edits: addition(file, validation, key, before),
            })
          : undefined,
      };
    }
  }
}

/** Passes a variable under its name, behind what comes before it in the schema. */
function addition(file: SourceFile, { array, passed, call }: Validation, key: string, before: string[]): TextEdit[] {
  if (array) {
    const after = Math.max(-1, ...before.map((name) => array.items.findIndex((item) => item.key === name)));
    return insertItem(file, array, { key, value: `$${key}`, ...(after < 0 && before.length > 0 ? {} : { after }) });
  }
  // compact('a', 'b')
  const last = passed.at(-1)?.keySpan.end ?? call.island.end;
  return [{ path: file.path, start: last, end: last, text: `, ${quoted(key)}` }];
}
