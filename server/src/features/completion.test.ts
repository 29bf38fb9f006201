import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { facts } from '../catalogue/catalogue.testkit.ts';
import { provideCompletion, resolveCompletion } from './completion.ts';
import type { CompletionSupport } from './completion/offers.ts';
import { cursorAt, moodle, open, plugin } from './shared/index.testkit.ts';
import type { Tree } from './shared/index.testkit.ts';

const modern: CompletionSupport = {
  editRangeDefault: true,
  dataDefault: true,
  insertReplace: true,
  snippets: true,
  tags: true,
};

const services = '/code/local_shop/db/services.php';
const servicesText = plugin[services] ?? '';

function complete(
  path: string,
  text: string,
  { tree = plugin, support = modern }: { tree?: Tree; support?: CompletionSupport } = {},
) {
  const opened = open(tree, path, text);
  const list = provideCompletion(opened.index, opened.document, opened.position, support);
  return { ...opened, list, labels: list?.items.map(({ label }) => label) };
}

/** What the document becomes when an item is accepted by replacing. */
function accept(path: string, text: string, label: string, tree: Tree = plugin): string {
  const { document, list } = complete(path, text, { tree, support: { snippets: true } });
  const item = list?.items.find((one) => one.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`no ${label}`);
  return TextDocument.applyEdits(document.text, [item.textEdit]);
}

describe('function names in JavaScript', () => {
  const path = '/code/local_shop/amd/src/repository.js';
  const all = ['local_shop_get_orders', 'local_shop_pay'];

  it.each([
    "call([{methodname: '█'}])",
    "call([{methodname: 'local_█shop', args: {}}])",
    'call([{methodname: "█',
    "call([{methodname: '█\n    args: {},\n}])",
    'call([{\r\n    methodname: `loc█`,\r\n}])',
    "const emoji = '🎓'; call([{methodname: '█'}])",
    "request.methodname = '█'",
    "methodname: type ? 'a' : '█'",
  ])('%j', (text) => {
    expect(complete(path, text).labels).toEqual(all);
  });

  it.each([
    "// methodname: '█'",
    "const a = '█'",
    "getString('█')",
    'x=█',
    "methodname█: ''",
    "methodname: ''█",
    "methodnames: '█'",
  ])('nothing for %j', (text) => {
    expect(complete(path, text).list).toBeNull();
  });

  it('replaces the name and nothing else', () => {
    expect(accept(path, "call([{methodname: 'lo█cal_x', args: {}}]) // 🎓", 'local_shop_pay')).toBe(
      "call([{methodname: 'local_shop_pay', args: {}}]) // 🎓",
    );
    expect(accept(path, "'🎓'; call([{methodname: 'lo█, args: {}}])", 'local_shop_pay')).toBe(
      "'🎓'; call([{methodname: 'local_shop_pay, args: {}}])",
    );
  });

  it('tells type and component, and what core/ajax cannot call comes last', () => {
    const { list } = complete(path, "methodname: '█'");
    expect(list?.items).toMatchObject([
      { label: 'local_shop_get_orders', detail: 'read · local_shop' },
      { label: 'local_shop_pay', detail: 'write · local_shop · not callable by AJAX', sortText: '~local_shop_pay' },
    ]);
    expect(list?.isIncomplete).toBe(false);
  });

  it('uses insert and replace ranges as the client can', () => {
    const text = "methodname: 'loc█al'";
    const insert = { start: { line: 0, character: 13 }, end: { line: 0, character: 16 } };
    const replace = { start: { line: 0, character: 13 }, end: { line: 0, character: 18 } };
    expect(complete(path, text).list?.itemDefaults?.editRange).toEqual({ insert, replace });
    expect(
      complete(path, text, { support: { ...modern, insertReplace: false } }).list?.itemDefaults?.editRange,
    ).toEqual(replace);
    const plain = complete(path, text, { support: {} }).list?.items[0];
    expect(plain?.textEdit).toEqual({ newText: 'local_shop_get_orders', range: replace });
  });

  it('documents lazily', () => {
    const { index, document, list } = complete(path, "methodname: '█'", { support: {} });
    const item = list!.items[0]!;
    expect(item.documentation).toBeUndefined();
    expect(item.data).toEqual({ uri: document.uri, of: 'function' });
    const resolved = resolveCompletion(index, item);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(resolved.documentation)).toContain('userid');
  });

  it('deprecated functions are struck through', () => {
    const { list } = complete('/moodle/a.js', "methodname: '█'", { tree: moodle });
    expect(list?.items.find(({ label }) => label === 'core_course_old')?.tags).toEqual([1]);
    expect(list?.items.filter(({ tags }) => tags)).toHaveLength(1);
  });
});

describe('function names of other callers', () => {
  it.each([
    ['/a.sh', 'curl "$URL/webservice/rest/server.php?wsfunction=█&x=1"'],
    ['/a.sh', "--data 'wsfunction=loc█'"],
    ['/a.http', 'POST /server.php\n\nwstoken=x&wsfunction=█'],
    ['/a.py', "params = {'wsfunction': '█'}"],
    ['/a.py', 'requests.post(url, data=dict(wsfunction="█"))'],
    ['/a.html', '<input name="wsfunction" value="█">'],
    ['/a.mustache', '<ion-button core-site-plugins-call-ws name="█" [params]="{}">'],
    ['/a.mustache', "{{#js}}\nrequire(['core/ajax'], (a) => a.call([{methodname: '█'}]));\n{{/js}}"],
    ['/a.vue', "<template>it's</template><script>call([{methodname: '█'}])</script>"],
    ['/a.ts', "site.read<Result[]>('█', params)"],
    ['/a.ts', "(await CoreSites.getSite(id)).write('█')"],
    ['/code/local_shop/a.php', "<?php external_api::call_external_function('█', []);"],
    ['/code/local_shop/a.php', '<?php external_api::call_external_function("local█'],
    ['/code/local_shop/a.php', '<?php $url = "$base?wsfunction=█";'],
    ['/code/local_shop/a.php', "<?php $params = ['wsfunction' => '█'];"],
  ])('%s: %j', (path, text) => {
    expect(complete(path, text).labels).toEqual(['local_shop_get_orders', 'local_shop_pay']);
  });

  it.each([
    ['/a.sh', 'x=█'],
    ['/a.sh', 'wsfunction=█$name'],
    ['/a.ts', "stream.write('█')"],
    ['/a.html', '<input name="█" value="">'],
    ['/code/local_shop/a.php', "<?php get_string('█');"],
    ['/code/local_shop/a.php', "<?php // call_external_function('█"],
    ['/code/local_shop/a.php', '<?php $x = █'],
  ])('nothing in %s: %j', (path, text) => {
    expect(complete(path, text).list).toBeNull();
  });
});

describe('entries of db/services.php', () => {
  const entry = (inside: string, open = '[', close = ']') =>
    `<?php\n$functions = ${open}\n    'local_shop_get_orders' => ${open}\n        ${inside}\n    ${close},\n    'local_shop_pay' => ${open}\n        'type' => 'write',\n    ${close},\n${close};\n$services = ${open}'Shop' => ${open}'shortname' => 'shop_service'${close}${close};\n`;

  it.each(['█', "'█'", "'█", '"█"', 'cl█', "'cl█'", "'type' => 'read',\n        █", "'█\n        'type' => 'read',"])(
    'keys at %j',
    (inside) => {
      for (const text of [entry(inside), entry(inside, 'array(', ')'), entry(inside).replaceAll('\n', '\r\n')]) {
        const { labels } = complete(services, text);
        expect(labels).toContain('classname');
        expect(labels?.includes('type')).toBe(!inside.includes('type'));
        expect(labels).not.toContain('allowcorsrequests');
      }
    },
  );

  it('keys bring arrow, value and comma', () => {
    expect(accept(services, entry("'aj█'"), 'ajax')).toContain("\n        'ajax' => ${1|true,false|},\n");
    expect(accept(services, entry('aj█'), 'ajax')).toContain("\n        'ajax' => ${1|true,false|},\n");
    expect(accept(services, entry('"aj█"'), 'ajax')).toContain('\n        "ajax" => ${1|true,false|},\n');
    expect(accept(services, entry("'aj█"), 'ajax')).toContain("\n        'ajax' => ${1|true,false|},\n");
    expect(accept(services, entry("'aj█' => false,"), 'ajax')).toContain("\n        'ajax' => false,\n");
    expect(
      complete(services, entry('█'), { support: {} }).list?.items.find(({ label }) => label === 'type')?.textEdit,
    ).toMatchObject({
      newText: "'type' => 'read',",
    });
  });

  it('values that can be completed ask for it', () => {
    const { list } = complete(services, entry('█'), { support: { ...modern, triggerSuggest: true } });
    const asking = list?.items.filter(({ command }) => command).map(({ label }) => label);
    expect(asking).toEqual(['classname', 'methodname', 'capabilities']);
  });

  it('a service gets the name of its component', () => {
    const text = "<?php\n$services = ['Shop' => ['sh█']];";
    expect(accept(services, text, 'shortname')).toContain("['shortname' => '${1:local_shop}',]");
  });

  it('keys of a service', () => {
    const text = cursorAt(servicesText, "'enabled' => 1,\n        ".trimEnd());
    expect(complete(services, text.replace('█', '\n        █')).labels).toEqual([
      'requiredcapability',
      'restrictedusers',
      'downloadfiles',
      'uploadfiles',
    ]);
  });

  it.each([
    ["'type' => '█'", ['read', 'write']],
    ["'type' => █", ['read', 'write']],
    ["'type' => '█", ['read', 'write']],
    ["'ajax' => █,", ['true', 'false']],
    ["'ajax' => t█,", ['true', 'false']],
    ["'ajax' => '█',", undefined],
    ["'loginrequired' => █", ['true', 'false']],
    ["'capabilities' => '█'", ['local/shop:view', 'local/shop:pay']],
    ["'capabilities' => 'local/shop:view, █'", ['local/shop:pay']],
    ["'capabilities' => 'local/shop:view,loc█", ['local/shop:pay']],
    ["'services' => ['█']", ['shop_service']],
    ["'services' => [█]", ['MOODLE_OFFICIAL_MOBILE_SERVICE', 'shop_service']],
    ["'services' => array('shop_service', █)", ['MOODLE_OFFICIAL_MOBILE_SERVICE']],
    ["'classname' => '█'", ['local_shop\\external\\get_orders', 'local_shop\\external\\pay']],
    ["'classname' => 'local_shop\\external\\█',", ['local_shop\\external\\get_orders', 'local_shop\\external\\pay']],
    ["'classname' => 'local_shop\\external\\pay', 'methodname' => '█'", ['pay_order']],
    ["'description' => '█'", undefined],
    ["'description' => 'a' █", undefined],
    ["// 'type' => '█'", undefined],
  ])('values at %j', (inside, labels) => {
    expect(complete(services, entry(inside)).labels).toEqual(labels);
  });

  it('class names are written with the backslashes of their text', () => {
    const name = 'local_shop\\external\\pay';
    expect(accept(services, entry("'classname' => '█',"), name)).toContain("'local_shop\\external\\pay',\n");
    expect(accept(services, entry('\'classname\' => "local█",'), name)).toContain('"local_shop\\\\external\\\\pay",\n');
    expect(accept(services, entry("'classname' => 'local_shop\\\\ext█',"), name)).toContain(
      "'local_shop\\\\external\\\\pay',\n",
    );
    expect(accept(services, entry("'classname' => '\\local█',"), name)).toContain("'\\local_shop\\external\\pay',\n");
    expect(accept(services, entry("'classname' => 'local_shop\\external\\█',"), name)).toContain(
      "=> 'local_shop\\external\\pay',\n",
    );
    expect(accept(services, entry("'classname' => █,"), name)).toContain("=> 'local_shop\\external\\pay',\n");
  });

  it('one capability of several is replaced', () => {
    expect(
      accept(services, entry("'capabilities' => 'local/shop:view, local/█x, mod/a:b',"), 'local/shop:pay'),
    ).toContain("'local/shop:view, local/shop:pay, mod/a:b',");
  });

  it('functions of a service that it does not have yet', () => {
    const text = cursorAt(servicesText, "'functions' => ['local_shop_get_orders'");
    expect(complete(services, text.replace('█', ", '█'")).labels).toEqual(['local_shop_pay']);
    expect(accept(services, text.replace('█', ', █'), 'local_shop_pay')).toContain(
      "['local_shop_get_orders', 'local_shop_pay']",
    );
  });

  it('whole entries for classes that have none', () => {
    const refund = (plugin['/code/local_shop/classes/external/get_orders.php'] ?? '').replace('get_orders', 'refund');
    const tree = { ...plugin, '/code/local_shop/classes/external/refund.php': refund };
    const text = servicesText.replace('];\n$services', "    '█'\n];\n$services");
    expect(complete(services, text, { tree }).labels).toEqual(['local_shop_refund']);
    expect(accept(services, text, 'local_shop_refund', tree)).toContain(
      "    'local_shop_refund' => [\n\t'classname' => 'local_shop\\\\external\\\\refund',\n\t'description' => '$1',\n",
    );
    expect(complete(services, text.replace("'█'", "'█' => []"), { tree }).list).toBeNull();
  });

  it.each([
    "$functions['local_shop_pay'] = ['classname' => 'local_shop\\external\\pay', 'methodname' => '█'];",
    "$functions = array_merge([], ['local_shop_pay' => ['classname' => 'local_shop\\external\\pay', 'methodname' => '█']]);",
    "$functions += ['local_shop_pay' => ['classname' => 'local_shop\\external\\pay', 'methodname' => '█'",
  ])('entries that are added otherwise: %s', (code) => {
    expect(complete(services, `<?php\n${code}\n`).labels).toEqual(['pay_order']);
  });

  it('an entry that was left open does not disturb the next', () => {
    const text = `<?php\n$functions = [\n    'a' => [\n        'type' => 'read',\n\n    'b' => [\n        '█\n    ],\n];\n`;
    expect(complete(services, text).labels).toContain('type');
  });

  it.each([
    '<?php\n█',
    "<?php\n$services = [\n    '█'\n];",
    "<?php\n$functions = [];\n$other = [ 'x' => ['█'] ];",
    "<?php\n$functions = [];\nfoo(['█']);",
  ])('nothing at %j', (text) => {
    expect(complete(services, text).list).toBeNull();
  });

  it('nothing of the kind in another file', () => {
    expect(complete('/code/local_shop/db/other.php', entry("'█'")).list).toBeNull();
  });

  it('the plugin in a tree: functions and capabilities of all components', () => {
    const path = '/moodle/local/shop/db/services.php';
    expect(complete(path, entry("'capabilities' => 'moodle/█'"), { tree: moodle }).labels).toEqual([
      'moodle/course:view',
      'local/shop:view',
      'local/shop:pay',
    ]);
    const service = "<?php\n$services = ['S' => ['functions' => ['█']]];";
    expect(complete(path, service, { tree: moodle }).labels).toContain('core_course_get_contents');
  });
});

describe('schema constants', () => {
  const path = '/code/local_shop/classes/external/pay.php';
  const first = (text: string, support = modern) => complete(path, `<?php ${text}`, { support }).labels?.[0];

  it.each([
    ['new external_value(█', 'PARAM_ALPHA'],
    ['new external_value(PARAM_█, "x")', 'PARAM_ALPHA'],
    ["new \\core_external\\external_value(PARAM_INT, 'x', █", 'VALUE_REQUIRED'],
    ["new external_value(PARAM_INT, 'x', VALUE_DEFAULT, 0, NULL_█)", 'NULL_ALLOWED'],
    ['new external_value(type: █)', 'PARAM_ALPHA'],
    ["new external_single_structure(['a' => new external_value(PARAM_INT, 'x')], 'x', █)", 'VALUE_REQUIRED'],
    ["new external_multiple_structure(new external_value(PARAM_INT, 'x'), 'x', VALUE_█)", 'VALUE_REQUIRED'],
    ["new external_format_value('summary', █)", 'VALUE_REQUIRED'],
    ["new external_function_parameters(['id' => new external_value(█", 'PARAM_ALPHA'],
    ['use core_external\\external_value as value;\nnew value(█', 'PARAM_ALPHA'],
  ])('%j', (text, label) => {
    expect(first(text)).toBe(label);
  });

  it.each([
    "new external_value(PARAM_INT, '█')",
    'new external_value(PARAM_INT, █',
    'new external_single_structure([█',
    'required_param("id", █)',
    'external_value(█)',
    '$x = █',
    'new external_value(PARAM_INT /* █ */)',
    'new external_value(PARAM_INT █)',
    'new external_value($a ? █)',
  ])('nothing at %j', (text) => {
    expect(first(text)).toBeUndefined();
  });

  it('beside another PHP extension: only what it does not give', () => {
    const beside = { ...modern, otherPhp: true };
    const inTree = (text: string) =>
      complete('/moodle/local/shop/classes/external/pay.php', `<?php ${text}`, { tree: moodle, support: beside })
        .labels?.[0];
    // It knows the constants of a tree once a word is begun, and never those of a Moodle that is not there.
    expect(inTree('new external_value(PARAM_█')).toBeUndefined();
    expect(inTree('new external_value(█')).toBe('PARAM_ALPHA');
    expect(first('new external_value(PARAM_█', beside)).toBe('PARAM_ALPHA');
    const values = (value: string) =>
      complete(services, `<?php\n$functions = ['a' => ['ajax' => ${value}]];`, { support: beside }).labels;
    expect(values('█')).toEqual(['true', 'false']);
    expect(values('t█')).toBeUndefined();
  });

  it('replaces the whole word', () => {
    expect(accept(path, '<?php new external_value(PARAM_█TEXT, "x")', 'PARAM_INT')).toBe(
      '<?php new external_value(PARAM_INT, "x")',
    );
  });
});

it('lists of functions are made once per revision', () => {
  const { index, document, position } = open(plugin, '/a.js', "methodname: '█'");
  const ask = () => provideCompletion(index, document, position, modern)!;
  expect(ask().items).toBe(ask().items);
});

it("a plugin alone is offered Moodle's functions of the versions that it supports", () => {
  const version = "<?php\n$plugin->component = 'local_shop';\n$plugin->requires = 2025041400;\n";
  const tree = { ...plugin, '/code/local_shop/version.php': version };
  const { index, document, position } = open(tree, '/a.js', "call([{methodname: '█'}])", facts);
  const list = provideCompletion(index, document, position);
  expect(list?.items.map(({ label, detail }) => `${label}: ${detail ?? ''}`)).toEqual([
    'core_user_find: read · core',
    'local_shop_get_orders: read · local_shop',
    'local_shop_pay: write · local_shop · not callable by AJAX',
    'mod_quiz_start: write · mod_quiz · not callable by AJAX',
  ]);
});
