/** Code that validates parameters, as Moodle's documentation writes it. */
import { indentAt, maxLine, quoted } from '../edits/style.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { MemberIsland } from '../php/islands.ts';

/** `['a' => $a] = self::validate_parameters(self::execute_parameters(), ['a' => $a]);`, in several lines where it is long. */
export function validatingCall(file: SourceFile, method: MemberIsland, names: readonly string[]): string {
  const call = (values: string) => `self::validate_parameters(self::${method.name}_parameters(), ${values});`;
  if (names.length === 0) return call('[]');
  const items = names.map((name) => `${quoted(name)} => $${name}`);
  const line = `[${items.join(', ')}] = ${call(`[${items.join(', ')}]`)}`;
  const indent = indentAt(file.text, method.start).length + 4;
  if (indent + line.length <= maxLine) return line;
  const lines = `\n${items.map((item) => `    ${item},\n`).join('')}`;
  return `[${lines}] = ${call(`[${lines}]`)}`;
}
