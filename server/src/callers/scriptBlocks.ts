import type { Span } from '../php/cursor.ts';

const opening = /<script\b[^>]{0,500}>|\{\{#js\}\}/gi;

/** JavaScript inside HTML, templates, Vue files and PHP: `<script>` elements and Mustache's `{{#js}}` sections. */
export function scriptBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index + match[0].length;
    const close = text.indexOf(match[0].startsWith('{') ? '{{/js}}' : '</script', start);
    const end = close < 0 ? text.length : close;
    blocks.push({ start, end });
    opening.lastIndex = end;
  }
  return blocks;
}
