import { plugin } from '../features/shared/index.testkit.ts';
import type { Tree } from '../features/shared/index.testkit.ts';
import { check, fixed, payPath } from './rules.testkit.ts';
import type { Rule } from './rule.ts';

const source = plugin[payPath] ?? '';
const head = 'public static function pay_order() {\n        ';

/** The class of local_shop_pay, which writes, with this body of its method, and other methods behind it. */
const paying = (body: string, more = ''): string =>
  source
    .replace('public static function pay_order() {\n', `${head}${body}\n`)
    .replace(/\}\n$/, more === '' ? '}\n' : `\n    ${more}\n}\n`);

/** What a rule finds where the method of local_shop_pay has this body: `covered text: message`. */
export const bodyFindings = (rule: Rule, body: string, more = '', tree: Tree = plugin): string[] =>
  check(rule, tree, payPath, paying(body, more));

/** The body after the safe fix, or the suggestion of this title, of the first finding. */
export function bodyFixed(rule: Rule, body: string, suggestion?: string, tree: Tree = plugin): string {
  const text = fixed(rule, tree, payPath, paying(body), suggestion);
  const start = text.indexOf(head) + head.length;
  return text.slice(start, text.indexOf('\n    }\n\n', start));
}
