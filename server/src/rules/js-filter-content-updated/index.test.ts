import { scriptFindings } from '../rules.testkit.ts';
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
