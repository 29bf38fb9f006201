import { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { nearestName } from '../nearest.ts';
import type { Fix } from '../rule.ts';
import { crossed, plain, signatureRule } from '../signature.ts';
import type { Pair, Signature } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureName = signatureRule(
  { id: 'signature-name', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (signature) {
    const inOtherOrder = crossed(signature);
    for (const pair of signature.pairs) {
      const { key, param } = pair;
      const variable = plain(key);
      if (param.isVariadic || [key, variable].includes(param.name) || inOtherOrder.includes(pair)) continue;
      const isTypo = plain(param.name) !== plain(key) && nearestName(param.name, [key]) !== undefined;
      const message = isTypo
        ? l10n.t('It takes the value of the key {0}: if that is misspelt, clients must misspell it, too.', key)
        : l10n.t('It takes the value of the key {0}, which has another name.', key);
      yield {
        ...signature.at(pair, message),
        ...(isTypo ? { severity: 'info' as const } : {}),
        suggest: () => renamed(signature, param, variable),
      };
    }
  },
);

/** Another name for a PHP parameter, in its method and its comment. */
function renamed(signature: Signature, param: Pair['param'], variable: string): Fix[] {
  const { file, method } = signature;
  const { text, islands } = file;
  const code = text.slice(method.start, method.end);
  if (!/^[a-z]\w*$/.test(variable) || variable === 'this') return [];
  const isTaken = new RegExp(`\\$${variable}\\b`).test(code);
  // Names that are put together at run time are not found.
  if (isTaken || /\$\$|\$\{|\b(compact|extract)\s*\(/i.test(code)) return [];
  const c = new Cursor(islands.tokens);
  const edits = [];
  const name = new RegExp(`(?<!\\\\)\\$${param.name}(?![\\w\\x80-\\uffff])`, 'g');
  const doc = method.doc ?? { start: method.start, end: method.start };
  const places = [doc];
  for (let i = method.first; i < method.last; i += 1) {
    const isText = c.kind(i) === T.Heredoc || (c.kind(i) === T.String && text[c.start(i)] === '"');
    if (isText || c.kind(i) === T.Variable) places.push(c.span(i));
  }
  for (const place of places)
    for (const { index } of text.slice(place.start, place.end).matchAll(name)) {
      const start = place.start + index + 1;
      edits.push(signature.edit({ start, end: start + param.name.length }, variable));
    }
  return [{ title: l10n.t('Rename ${0} to ${1}', param.name, variable), edits }];
}
