import { describe, expect, it } from 'vitest';
import { facts } from '../catalogue/catalogue.testkit.ts';
import { provideHover } from './hover.ts';
import { cursorAt, moodle, open, plugin } from './shared/index.testkit.ts';
import type { Tree } from './shared/index.testkit.ts';

const services = '/code/local_shop/db/services.php';
const servicesText = plugin[services] ?? '';
const ordersClass = '/code/local_shop/classes/external/get_orders.php';

function hover(path: string, text: string, tree: Tree = plugin, known?: string) {
  const { index, document, position } = open(tree, path, text, known);
  const found = provideHover(index, document, position);
  if (!found) return undefined;
  const { contents, range } = found;
  const value = typeof contents === 'object' && 'value' in contents ? contents.value : '';
  return { value, on: range && document.text.getText(range) };
}

const at = (path: string, before: string, after = '') => hover(path, cursorAt(plugin[path] ?? '', before, after));

describe('a function', () => {
  it('with its parameters, returns and places', () => {
    const found = hover('/a.js', "call([{methodname: 'local_shop_█get_orders'}])");
    expect(found?.on).toBe('local_shop_get_orders');
    expect(found?.value).toMatchInlineSnapshot(`
      "\`\`\`
      local_shop_get_orders(userid: int, limit?: int)
      \`\`\`

      Returns the orders of a user.

      **read** · local\\_shop · callable by AJAX

      | Parameter | Type | | Description |
      |---|---|---|---|
      | \`userid\` | \`int\` | required | Whose orders |
      | \`limit\` | \`int\` | default \`10\` | How many |

      Returns list of \`text\` – A title

      Capabilities: \`local/shop:view\`

      Services: \`shop_service\`

      [local\\_shop\\\\external\\\\get\\_orders::execute](file:///code/local_shop/classes/external/get_orders.php#L17) · [db/services.php](file:///code/local_shop/db/services.php#L3)"
    `);
  });

  it.each([
    [services, "'local_shop_get", '_orders'],
    [services, "'functions' => ['local_", 'shop'],
    [services, "'classname' => 'local_shop\\external\\get", '_orders'],
    [ordersClass, 'function exec', 'ute('],
    [ordersClass, 'function execute_para', 'meters'],
    [ordersClass, 'function execute_ret', 'urns'],
  ])('in %s at %s', (path, before, after) => {
    expect(at(path, before, after)?.value).toContain('local_shop_get_orders(userid: int, limit?: int)');
  });

  it('whose class is not found: what it returns is not known either', () => {
    const found = hover(
      services,
      servicesText.replace(/external\\get_orders/g, 'external\\none').replace("'local_shop_get", "'local_shop_get█"),
    );
    expect(found?.value).toContain('The parameters are not known.');
    expect(found?.value).not.toContain('Returns nothing');
  });

  it('by method name', () => {
    expect(at(services, "'methodname' => 'pay", '_order')?.value).toContain('local_shop_pay()');
  });

  it('texts of source are shown letter by letter', () => {
    const value = at(services, "'local_shop_p", 'ay')?.value;
    expect(value).toContain('Pays &lt;b&gt;an&lt;/b&gt; \\[order\\](command:x).');
  });

  it('with services of the tree', () => {
    const { value } = hover('/moodle/a.sh', 'wsfunction=core_course_█get_contents', moodle) ?? {};
    expect(value).toContain('core_course_get_contents(courseid: int)');
    expect(value).toContain('callable by AJAX');
    expect(value).toContain('(file:///moodle/course/externallib.php#L6)');
    expect(value).toContain('[lib/db/services.php](file:///moodle/lib/db/services.php#L3)');
  });

  it('in any text that is its name', () => {
    expect(hover('/a.js', "const x = 'local_shop_█pay'")?.value).toContain('local_shop_pay()');
    expect(hover(ordersClass, '<?php $this->assertSame("█local_shop_pay", $x);')?.on).toBe('local_shop_pay');
  });

  it('unknown, or not quoted, is silent', () => {
    expect(hover('/a.js', "methodname: 'core_█unknown'")).toBeUndefined();
    expect(hover('/a.js', 'local_shop_█pay()')).toBeUndefined();
    expect(hover('/a.js', "'local_shop_█pay and more'")).toBeUndefined();
  });
});

it.each([
  ['key', services, "'cap", 'abilities', '`capabilities` – '],
  ['key with what is meant without it', services, "'met", 'hodname', 'When left out: `execute`'],
  ['key of a service', services, "'ena", 'bled', 'When left out: `0`'],
  ['service', services, "'shop_", 'service', '**Shop** `shop_service` · local\\_shop\n\n1 function'],
  ['capability', services, "'local/sh", 'op:view', '`local/shop:view` · read · local\\_shop'],
  ['constant', ordersClass, 'PARAM_I', 'NT', '`PARAM_INT` · `int`\n\nA whole number'],
  ['required', ordersClass, 'VALUE_DE', 'FAULT', '`VALUE_DEFAULT` – '],
])('%s', (_, path, before, after, expected) => {
  expect(at(path, before, after)?.value).toContain(expected);
});

it.each([['<?php // PARAM_█INT'], ["<?php $x = 'PARAM_█INT';"], ['<?php PARAM_█UNKNOWN;'], ['<?php █']])(
  'nothing at %s',
  (text) => {
    expect(hover(ordersClass, text)).toBeUndefined();
  },
);

it('one of several capabilities', () => {
  const text = servicesText.replace("'local/shop:view'", "'local/shop:view, local/shop:p█ay'");
  expect(hover(services, text)?.on).toBe('local/shop:pay');
});

it('a linked folder keeps the URI of the editor', () => {
  const { index, document, position } = open(plugin, services, cursorAt(servicesText, "'local_shop_p"));
  const linked = { ...document, uri: 'file:///link/db/services.php' };
  expect(JSON.stringify(provideHover(index, linked, position))).toContain('(file:///link/db/services.php#L10)');
});

describe("Moodle's own functions", () => {
  const call = (name: string) => `call([{methodname: '█${name}'}])`;
  const supporting = (text: string): Tree => ({
    ...plugin,
    '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n${text}\n`,
  });

  it('are known to a plugin alone, as the newest version that it supports has them', () => {
    const tree = supporting('$plugin->requires = 2022112800;\n$plugin->supported = [401, 403];');
    const found = hover('/a.js', call('core_user_find'), tree, facts);
    expect(found?.value).toContain('core_user_find(text?: text, options?: list)');
    expect(found?.value).toContain('As in Moodle 4.3.');
  });

  it('say since when they and their parts are there, and where they are gone', () => {
    expect(hover('/a.js', call('core_user_find'), plugin, facts)?.value).toContain(
      'Parameters by version: `options.old` gone in 4.4; `options.value` since 4.4; `limit` since 4.4',
    );
    expect(hover('/a.js', call('mod_quiz_start'), plugin, facts)?.value).toContain('*Since Moodle 4.2*');
    expect(hover('/a.js', call('core_files_old'), plugin, facts)?.value).toContain('*gone in Moodle 5.0*');
  });

  it('say so in a tree as well, beside what the source says', () => {
    const line = '["core_course_get_contents",{"from":"4.0","component":"moodle","parameters":"00000001"}]';
    const found = hover('/a.js', call('core_course_get_contents'), moodle, facts.replace('\n', `\n${line}\n`));
    expect(found?.value).toContain('*Since Moodle 4.0*');
    expect(found?.value).toContain('course id');
    expect(found?.value).not.toContain('As in Moodle');
    // What the tree does not declare is not there.
    expect(hover('/a.js', call('core_user_find'), moodle, facts)).toBeUndefined();
  });
});
