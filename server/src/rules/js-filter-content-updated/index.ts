import { J } from '../../callers/javascript.ts';
import type { JsTokens } from '../../callers/javascript.ts';
import { mergeEdits } from '../../edits/textEdit.ts';
import { sourceOf } from '../../callers/callSites.ts';
import { ajaxRequests } from '../ajaxRequests.ts';
import { known } from '../jsModules.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

const inserts = /\.(innerHTML\s*\+?=(?!=)|insertAdjacentHTML\(|html\((?!\)))/g;
/** What tells Moodle's filters about new content. */
const tells = /filterContentUpdated|FILTER_CONTENT_UPDATED|replaceNode|(append|prepend)NodeContents|core\/templates/i;

export const jsFilterContentUpdated: Rule = {
  id: 'js-filter-content-updated',
  defaultSeverity: 'off',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    if (ajaxRequests(context).length === 0) return;
    const text = context.document.text.getText();
    if (tells.test(text)) return;
    const places = [...text.matchAll(inserts)].map(({ index }) => index + 1);
    for (const start of places) {
      const [name = ''] = /^\w+/.exec(text.slice(start)) ?? [];
      yield {
        start,
        end: start + name.length,
        message: l10n.t("Tell Moodle's filters about new content, or insert it with core/templates."),
        suggest: () => withTemplates(context, start, places),
      };
    }
  },
};

/** The functions of lib/amd/src/templates.js that put HTML into a node and tell the filters. */
const functions = {
  replace: 'replaceNodeContents',
  beforeend: 'appendNodeContents',
  afterbegin: 'prependNodeContents',
} as const;

/** All that can be inserted so, where that at a place can: a script that knows core/templates is not looked at any more. */
function withTemplates(context: RuleContext, place: number, places: readonly number[]): Fix[] {
  const { path } = context.document;
  const scripts = sourceOf(context.document).scripts;
  const changes = places.flatMap((one) => {
    const tokens = scripts.find(({ span }) => span.start <= one && one < span.end);
    const at = tokens?.start.indexOf(one) ?? -1;
    const change = tokens && at > 0 ? insertion(tokens, at) : undefined;
    const templates = tokens && change && known(path, tokens, at, { module: 'core/templates', as: 'Templates' });
    if (!change || !templates) return [];
    const { start, end, code } = change;
    return [{ place: one, edits: [...templates.edits, { path, start, end, text: `${templates.name}.${code}` }] }];
  });
  if (!changes.some((one) => one.place === place)) return [];
  const title = l10n.t('Insert it with {0}, as all in this file', 'core/templates');
  return [{ title, edits: mergeEdits(changes.map(({ edits }) => edits)) }];
}

const char = (text: string): number => text.charCodeAt(0);

/** The statement at the name of a property or method, as a call of core/templates; undefined where it is part of something else. */
function insertion(tokens: JsTokens, at: number): { start: number; end: number; code: string } | undefined {
  const { kind, start, end, parent, partner, text } = tokens;
  const first = receiverOf(tokens, at - 1);
  const before = kind[first - 1];
  const isArrow = before === char('>') && kind[first - 2] === char('=');
  if (first < 0 || !(before === undefined || isArrow || [';', '{', '}', ')'].some((one) => before === char(one))))
    return undefined;
  const node = text.slice(start[first], end[at - 2]);
  const piece = (from: number, to: number) => text.slice(start[from], end[to - 1]);
  if (kind[at + 1] !== char('(')) {
    const isAdded = kind[at + 1] === char('+');
    const from = at + (isAdded ? 3 : 2);
    let to = from;
    while (
      to < kind.length &&
      !(parent[to] === parent[at] && (kind[to] === char(';') || kind[to] === char(','))) &&
      (partner[parent[at] ?? -1] ?? -1) !== to
    )
      to += 1;
    const html = piece(from, to);
    if (kind[to] !== char(';') && html.includes('\n')) return undefined;
    return {
      start: start[first] ?? 0,
      end: end[to - 1] ?? 0,
      code: `${isAdded ? functions.beforeend : functions.replace}(${node}, ${html}, '')`,
    };
  }
  const close = partner[at + 1] ?? -1;
  const next = kind[close + 1];
  if (close < 0 || !(next === undefined || [';', '}', ')', ','].some((one) => next === char(one)))) return undefined;
  let comma = -1;
  for (let i = at + 2; i < close; i += 1)
    if (kind[i] === char(',') && parent[i] === at + 1) comma = comma < 0 ? i : close;
  const where = kind[at + 2] === J.String ? text.slice(start[at + 2], end[at + 2]).slice(1, -1) : '';
  const isAdjacent = text.slice(start[at], end[at]) === 'insertAdjacentHTML';
  const name = isAdjacent
    ? where === 'beforeend' || where === 'afterbegin'
      ? functions[where]
      : undefined
    : functions.replace;
  if (name === undefined || (isAdjacent ? comma !== at + 3 : comma >= 0)) return undefined;
  const html = piece(isAdjacent ? comma + 1 : at + 2, close);
  return { start: start[first] ?? 0, end: end[close] ?? 0, code: `${name}(${node}, ${html}, '')` };
}

/** The first token of what stands before the dot at token `dot`: `$(node)`, `this.nodes[0]`; -1 for other expressions. */
function receiverOf({ kind, parent, partner }: JsTokens, dot: number): number {
  if (kind[dot] !== char('.')) return -1;
  for (let behind = dot; ;) {
    let at = behind - 1;
    while (at > 0 && (kind[at] === char(')') || kind[at] === char(']'))) at = (partner[at] ?? 0) - 1;
    if (kind[at] !== J.Identifier || parent[at] !== parent[dot]) return -1;
    if (kind[at - 1] !== char('.')) return at;
    behind = at - 1;
  }
}
