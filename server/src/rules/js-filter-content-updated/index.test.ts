import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsFilterContentUpdated as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then((html) => { node.innerHTML = html; })",
    ["innerHTML: Tell Moodle's filters about new content, or insert it with core/templates."],
  ],
  [
    "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then((html) => { $(node).html(html); })",
    ["html: Tell Moodle's filters about new content, or insert it with core/templates."],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then((html) => { node.innerHTML = html; notifyFilterContentUpdated(node); })",
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then((html) => Templates.replaceNodeContents(node, html, ''))",
  'node.innerHTML = html;',
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then(() => $(node).html())",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

const title = 'Insert it with core/templates, as all in this file';
const request = "import Ajax from 'core/ajax';\nAjax.call([{methodname: 'local_shop_pay', args: {}}])[0]";
const after = request.replace('\n', "\nimport Templates from 'core/templates';\n");

it.each([
  [
    '.then((r) => { node.innerHTML = r.html; });',
    ".then((r) => { Templates.replaceNodeContents(node, r.html, ''); });",
  ],
  ['.then((r) => node.innerHTML = r.html);', ".then((r) => Templates.replaceNodeContents(node, r.html, ''));"],
  ['; a.b[0].innerHTML += f(x, y);', "; Templates.appendNodeContents(a.b[0], f(x, y), '');"],
  ["; $('#a', b).find('c').html(html);", "; Templates.replaceNodeContents($('#a', b).find('c'), html, '');"],
  [
    "; this.x.insertAdjacentHTML('beforeend', html);\nx.insertAdjacentHTML('afterbegin', html);",
    "; Templates.appendNodeContents(this.x, html, '');\nTemplates.prependNodeContents(x, html, '');",
  ],
])('inserts with core/templates: %s', (before, code) => {
  expect(scriptFixed(rule, request + before, title)).toBe(after + code);
});

it.each([
  "; node.insertAdjacentHTML('beforebegin', html);",
  '; const a = node.innerHTML = html;',
  '; $(node).html(html).show();',
  '; $(node).html((i, old) => old, 1);',
  '; (a || b).innerHTML = html;',
])('leaves %s', (code) => {
  expect(() => scriptFixed(rule, request + code, title)).toThrow();
});

it('takes what the function around depends on', () => {
  const script = (deps: string, params: string, code: string) =>
    `define(['core/ajax'${deps}], function(Ajax${params}) {\n    Ajax.call([{methodname: 'local_shop_pay', args: {}}]);\n    ${code}\n});`;
  expect(scriptFixed(rule, script('', '', 'node.innerHTML = html;'), title)).toBe(
    script(", 'core/templates'", ', Templates', "Templates.replaceNodeContents(node, html, '');"),
  );
  expect(() => scriptFixed(rule, script(", 'jquery'", '', 'node.innerHTML = html;'), title)).toThrow();
});
