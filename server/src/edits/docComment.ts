/** A text on one line of a doc comment. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();

/** A text as a sentence of a doc comment. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return line === '' || /[.!?]$/.test(line) ? line : `${line}.`;
}

/** A doc comment of these lines, at an indentation. */
export const docComment = (lines: readonly string[], indent = ''): string =>
  [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
