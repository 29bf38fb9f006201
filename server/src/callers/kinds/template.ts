import { quotedName } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';

const directive = 'core-site-plugins-call-ws';
/** No start tag in Moodle's templates comes near. */
const maxTag = 3000;

/** `<ion-button core-site-plugins-call-ws name="…">` and its kin in templates of the Moodle app. */
export function* templateCalls({ text }: CallerSource): Generator<CallSite> {
  let last = -1;
  for (let at = text.indexOf(directive); at >= 0; at = text.indexOf(directive, at + directive.length)) {
    const open = text.lastIndexOf('<', at);
    if (open < 0 || open === last || at - open > maxTag) continue;
    last = open;
    const next = text.indexOf('<', at);
    const tag = text.slice(open, Math.min(next < 0 ? text.length : next, open + maxTag));
    const attribute = /\sname=(?=["'])/.exec(tag);
    if (!attribute) continue;
    const start = open + attribute.index + attribute[0].length;
    const close = text.indexOf(text[start] ?? '"', start + 1);
    const line = text.indexOf('\n', start);
    const lineEnd = line < 0 ? text.length : line;
    const found = quotedName(text, start, close < 0 || close > lineEnd ? lineEnd : close + 1);
    if (found) yield { kind: 'template', ...found };
  }
}
