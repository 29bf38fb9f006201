import { quotedName } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';
import { J } from '../javascript.ts';
import type { JsTokens } from '../javascript.ts';

const methods = new Set([
  'read',
  'write',
  'request',
  'readObservable',
  'writeObservable',
  'requestObservable',
  'callAjax',
]);

/** `site.read('…')`, `CoreSites.getCurrentSite()?.write<T>('…')`: calls in the Moodle app and in plugins' app code. */
export function* appCalls({ scripts }: CallerSource): Generator<CallSite> {
  for (const tokens of scripts) {
    const { kind, start, end, text } = tokens;
    for (let i = 2; i < kind.length; i += 1) {
      if (kind[i] !== J.Identifier || kind[i - 1] !== 46) continue; // .
      const method = text.slice(start[i], end[i]);
      if (!methods.has(method) || (method !== 'callAjax' && !isSite(tokens, i - 2))) continue;
      const argument = afterTypeArguments(tokens, i + 1);
      if (argument === undefined || (kind[argument] !== J.String && kind[argument] !== J.Template)) continue;
      const found = quotedName(text, start[argument] ?? 0, end[argument] ?? 0);
      if (found) yield { kind: 'app', ...found };
    }
  }
}

/** Whether the expression that ends at token `i` is a site: `site`, `this.currentSite!`, `getSite(id)`, `(await …Site())`. */
function isSite({ kind, start, end, text, partner }: JsTokens, i: number): boolean {
  while (kind[i] === 63 || kind[i] === 33) i -= 1; // ? !
  if (kind[i] === J.Identifier) return /site$/i.test(text.slice(start[i], end[i]));
  if (kind[i] !== 41) return false; // )
  const open = partner[i] ?? -1;
  if (open < 0) return false;
  if (kind[open - 1] === J.Identifier && /site$/i.test(text.slice(start[open - 1], end[open - 1]))) return true;
  return /Site\([^()]{0,100}\)\s*$/.test(text.slice(start[open + 1], start[i]));
}

/** The token behind `(` or `<…>(`. */
function afterTypeArguments({ kind }: JsTokens, i: number): number | undefined {
  if (kind[i] === 60) {
    let depth = 0;
    const limit = i + 60;
    for (; i < kind.length && i < limit; i += 1) {
      if (kind[i] === 60) depth += 1;
      else if (kind[i] === 62 && (depth -= 1) === 0) break;
    }
    i += 1;
  }
  return kind[i] === 40 ? i + 1 : undefined;
}
