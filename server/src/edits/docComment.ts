import { maxLine } from './style.ts';

/** A text on one line of a doc comment. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();

/** A text as a sentence of a doc comment. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return line === '' || /[.!?]$/.test(line) ? line : `${line}.`;
}

/** A doc comment of these lines, at an indentation, or at one level where the code is indented later. */
export function docComment(lines: readonly string[], indent = ''): string {
  const text = lines.flatMap(wrapped).map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...text, `${indent} */`].join('\n');
}

/** The lines that a line of a comment needs; what follows a tag is indented. */
function wrapped(line: string): string[] {
  const room = maxLine - '     * '.length;
  if (line.length <= room) return [line];
  const indent = line.startsWith('@') ? '    ' : '';
  const cut = line.lastIndexOf(' ', room);
  if (cut <= indent.length) return [line];
  return [line.slice(0, cut), ...wrapped(indent + line.slice(cut + 1))];
}
