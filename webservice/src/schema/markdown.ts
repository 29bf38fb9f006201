/**
 * Texts from PHP source on their way into Markdown. They are untrusted: none may become a link (a `command:` link above
 * all), an image, an icon, HTML, or a second table cell.
 */

/** C0 and C1 controls, and the marks that turn the direction of text around. */
// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const special = /[\\`*_[\]!|~$#{}@]|:(?=\/\/)|\.(?=\S)(?<=www\.)/gi;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** One line of at most `limit` characters; longer texts end with `…`. */
export function oneLine(text: string, limit: number): string {
  // A text is cut before it is searched, so that a megabyte of description costs nothing.
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .trim();
  const characters = Array.from(line);
  return characters.length <= limit && text.length <= limit * 4
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Text that Markdown shows letter by letter, inside a table cell or a paragraph (not at the beginning of a line). */
export function escapeMarkdown(text: string, limit = 300): string {
  return oneLine(text, limit)
    .replace(special, '\\$&')
    .replace(/[&<>]/g, (character) => entities[character] ?? '');
}

/**
 * A name, a type or a default as a code span, in which nothing has a meaning but the back-tick that would end it and,
 * in a table, the pipe; with one of those it becomes escaped text.
 */
export function codeSpan(text: string): string {
  const line = oneLine(text, 100);
  return line === '' || /[`|]|\$\(/.test(line) ? escapeMarkdown(line) : `\`${line}\``;
}
