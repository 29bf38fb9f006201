import { quotedName } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';

const directive = 'core-site-plugins-call-ws';
/** No start tag in Moodle's templates comes near. */
const maxTag = 3000;

/** `<ion-button core-site-plugins-call-ws name="…">` and its kin in templates of the Moodle app. */
export function* templateCalls({ text }: CallerSource): Generator<CallSite> {
  let last = -1;
  for (let at = text.indexOf(directive); at >= 0; at = text.indexOf(directive, at + directive.length)) {
    const from = Math.max(at - maxTag, 0);
    const open = from + text.slice(from, at).lastIndexOf('<');
    if (open < from || open === last || withoutTexts(text.slice(open, at)).includes('>')) continue;
    last = open;
    const rest = text.slice(at, at + maxTag);
    const next = rest.indexOf('<');
    const tag = text.slice(open, at) + (next < 0 ? rest : rest.slice(0, next));
    const attribute = /\sname=(["'])[^\n]*?(?:\1|(?=\n)|$)/.exec(tag);
    if (!attribute) continue;
    const start = open + attribute.index + 6;
    const found = quotedName(text, start, open + attribute.index + attribute[0].length);
    if (found) yield { kind: 'template', ...found };
  }
}

const withoutTexts = (tag: string): string => tag.replace(/"[^"]*"|'[^']*'/g, '');
