import { describe, expect, it, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { provideCompletion } from './completion.ts';
import { provideDefinition } from './definition.ts';
import { provideHover } from './hover.ts';
import { open, plugin } from './shared/index.testkit.ts';
import type { Tree } from './shared/index.testkit.ts';

const find = '/code/local_shop/classes/external/find.php';
const tree: Tree = {
  ...plugin,
  '/code/local_shop/db/services.php': (plugin['/code/local_shop/db/services.php'] ?? '').replace(
    "'local_shop_pay' =>",
    "'local_shop_find' => ['classname' => 'local_shop\\external\\find', 'type' => 'read', 'ajax' => true],\n    'local_shop_pay' =>",
  ),
  [find]: `<?php
namespace local_shop\\external;

use core_external\\external_function_parameters;
use core_external\\external_multiple_structure;
use core_external\\external_single_structure;
use core_external\\external_value;

class find extends \\core_external\\external_api {
    public static function execute_parameters() {
        return new external_function_parameters([
            'limit' => new external_value(PARAM_INT, 'How many', VALUE_DEFAULT, 10),
            'query' => new external_value(PARAM_TEXT, 'Words to look for'),
            'all' => new external_value(PARAM_BOOL, 'Also what is sold', VALUE_DEFAULT, false),
            'ids' => new external_multiple_structure(new external_value(PARAM_INT, 'An id'), 'Orders', VALUE_DEFAULT, []),
            'options' => new external_multiple_structure(new external_single_structure([
                'name' => new external_value(PARAM_ALPHA, 'Its name'),
                'value' => new external_value(PARAM_RAW, 'Its value'),
            ]), 'Settings', VALUE_DEFAULT, []),
        ]);
    }

    public static function execute($limit, $query, $all, $ids, $options) {
    }

    public static function execute_returns() {
        return null;
    }
}
`,
};

const keys = ['limit', 'query', 'all', 'ids', 'options'];
const fields = ['limit', 'query', 'all', 'ids[0]', 'options[0][name]', 'options[0][value]'];

function complete(path: string, text: string) {
  const opened = open(tree, path, text);
  const list = provideCompletion(opened.index, opened.document, opened.position, {});
  return { ...opened, list, labels: list?.items.map(({ label }) => label) };
}

/** What the document becomes when an item is accepted. */
function accept(path: string, text: string, label: string): string {
  const { document, list } = complete(path, text);
  const item = list?.items.find((one) => one.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`no ${label}`);
  return TextDocument.applyEdits(document.text, [item.textEdit]);
}

describe('keys of the arguments of a request in JavaScript', () => {
  const path = '/code/local_shop/amd/src/a.js';
  const request = (args: string) => `Ajax.call([{methodname: 'local_shop_find', args: ${args}}]);\nconst a = {b: 1};\n`;

  it.each([
    ['{█}', keys],
    ['{\n    █\n}', keys],
    ['{qu█}', keys],
    ["{'█'}", keys],
    ["{'qu█}", keys],
    ['{query: 1, █}', ['limit', 'all', 'ids', 'options']],
    ['{█\n query: 1}', ['limit', 'all', 'ids', 'options']],
    ['{query, li█, ids: [{all: 1}]}', ['limit', 'all', 'options']],
    ['{"query": a ? b : c, █}', ['limit', 'all', 'ids', 'options']],
    ['{quer█: 1}', keys],
    ['{options: [{█}]}', ['name', 'value']],
    ["{options: [{name: 'a'}, {name: 'b', █}]}", ['value']],
    ['{options: list.map((name) => ({name, █}))}', ['value']],
    ['{options: [{█', ['name', 'value']],
    ['{options: {0: {█}}}', ['name', 'value']],
    ['given ? {█} : {}', keys],
    // What is typed half.
    ['{█', keys],
    ['{query: {█', undefined],
    ['{query: █}', undefined],
    ['{all: █}', ['true', 'false']],
    ['{all: t█, query}', ['true', 'false']],
    ["{all: '█'}", undefined],
    ['{query: 1 █}', undefined],
    ['{options: [█]}', undefined],
    ['{ids: [{█}]}', undefined],
    ['{options: [{other: {█}}]}', undefined],
    ['{query: find({█})}', undefined],
    ['{query: () => {█}}', undefined],
    ['{query: `${█}`}', undefined],
    ['{/* █ */}', undefined],
    ['{// █\n}', undefined],
    ["{query: '{█'}", undefined],
    ['[█]', undefined],
  ])('%j', (args, labels) => {
    expect(complete(path, request(args)).labels).toEqual(labels);
  });

  it.each([
    "call([{args: {█}, methodname: 'local_shop_find'}])",
    "call([{args: {█, methodname: 'local_shop_find'}])",
    "const request = {methodname: 'local_shop_find', args: {█};\nreturn call([request])[0];",
    "const NAME = 'local_shop_find';\ncall([{methodname: NAME, args: {█}}])",
    "const args = {█};\nreturn call([{methodname: 'local_shop_find', args}])",
    "const args = {█};\nreturn later((x) => call([{methodname: 'local_shop_find', args}]))",
    "const args = {█};\nlist.map((args) => args.id);\nif (args) { call([{methodname: 'local_shop_find', args}]) }",
    "const a = /[{'\"]/, b = `{${c ? `}` : '{'}{`;\ncall([{methodname: 'local_shop_find', args: {█}}])",
    "const args = {█\nreturn call([{methodname: 'local_shop_find', args}])",
    "let args = {█};\nif (a) {\n  args = {};\n}\ncall([{methodname: 'local_shop_find', args}])",
    "let given = {█};\nif (given) {\n  call([{methodname: 'local_shop_find', args: given}])\n}",
    "call([{methodname: 'local_shop_pay', args: {}}, {methodname: 'local_shop_find', args: {█",
  ])('%s', (text) => {
    expect(complete(path, text).labels).toEqual(keys);
  });

  it.each([
    "function a() { const args = {█}; }\nfunction b(args) { call([{methodname: 'local_shop_find', args}]) }",
    "const args = {█};\nother(args);\nargs = {};\ncall([{methodname: 'local_shop_find', args}])",
    "const args = {█};\nfunction b(args) { call([{methodname: 'local_shop_find', args}]) }",
    "const args = {█};\nfunction b() { const args = {}; call([{methodname: 'local_shop_find', args}]) }",
    "const args = {█};\nfor (const args of list) { call([{methodname: 'local_shop_find', args}]) }",
    "const args = {█};\nconst b = (args) => call([{methodname: 'local_shop_find', args}])",
    "const args = {█};\nlist.map(args => call([{methodname: 'local_shop_find', args}]))",
    "call([{methodname: 'local_shop_find', done: {█}}])",
    "call([{methodname: 'local_shop_find', █}])",
    "call([{methodname: 'local_shop_nothing', args: {█}}])",
    "call([{methodname: 'local_shop_pay', args: {█}}])",
    "call([{methodname: 'local_shop_find', args: {}}]); other({█})",
  ])('nothing at %s', (text) => {
    expect(complete(path, text).list).toBeNull();
  });

  it('are written as the file does', () => {
    expect(accept(path, request('{█}'), 'query')).toContain('args: {query: }}');
    expect(accept(path, request('{qu█}'), 'query')).toContain('args: {query: }}');
    expect(accept(path, request('{qu█xx: 5}'), 'query')).toContain('args: {query: 5}}');
    expect(accept(path, request("{'qu█'}"), 'query')).toContain("args: {'query': }}");
    expect(accept(path, request('{"qu█}'), 'query')).toContain('args: {"query": }}');
    expect(accept(path, request("{'qu█: 5}"), 'query')).toContain("args: {'query': 5}}");
    expect(accept(path, request("{all: '😀',\r\n/* { */ qu█\r\n}"), 'query')).toContain("😀',\r\n/* { */ query: \r\n}");
    expect(accept(path, request("{'a█': 5}"), 'query')).toContain("args: {'query': 5}}");
    expect(accept(path, request('{"limit": 5, █}'), 'query')).toContain('args: {"limit": 5, "query": }}');
    expect(accept(path, request('{all: █}'), 'true')).toContain('args: {all: true}}');
  });

  it('come with type and meaning, those that must be sent first', () => {
    const { list } = complete(path, request('{█}'));
    expect(list?.items).toMatchObject([
      { label: 'limit', detail: 'int · default 10', sortText: '1000' },
      { label: 'query', detail: 'text · required', sortText: '0001' },
      { label: 'all', detail: 'bool · default false' },
      { label: 'ids', detail: 'list of int · default []' },
      { label: 'options', detail: 'list of {name, value} · default []' },
    ]);
    expect(list?.items[0]?.documentation).toMatchObject({
      value: expect.stringMatching(/^How many\n\nA whole number/) as string,
    });
  });

  it('a flag asks for its values', () => {
    const { index, document, position } = open(tree, path, request('{█}'));
    const list = provideCompletion(index, document, position, { triggerSuggest: true });
    expect(list?.items.filter(({ command }) => command).map(({ label }) => label)).toEqual(['all']);
  });
});

describe('keys of the arguments in PHP', () => {
  const path = '/code/local_shop/a.php';
  const call = (args: string) =>
    `<?php\n$x = external_api::call_external_function('local_shop_find', ${args});\n$y = ['z' => 1];\n`;

  it.each([
    ['[█]', keys],
    ["['█']", keys],
    ["['qu█]", keys],
    ['["█"', keys],
    ['array(█)', keys],
    ['[\n    qu█\n]', keys],
    ["['query' => 'x', █], true", ['limit', 'all', 'ids', 'options']],
    ["['█',\n    'query' => $a ? 'b' : 'c',\n]", ['limit', 'all', 'ids', 'options']],
    ["['options' => [['█']]]", ['name', 'value']],
    ["array('options' => array(array('name' => 'a', '█'))", ['value']],
    ["['options' => array_map(fn($name) => ['name' => $name, '█'], $names)]", ['value']],
    ["['query' => 'x';\n    'limit' => 1, '█']", ['all', 'ids', 'options']],
    ["['all' => █]", ['true', 'false']],
    ["['query' => █]", undefined],
    ['[find█::class]', undefined],
    ["['options' => ['█']]", undefined],
    ["['query' => $a['█']]", undefined],
    ["['query' => strtolower(['█'])]", undefined],
    ["['query' => /* █ */ 1]", undefined],
  ])('%j', (args, labels) => {
    expect(complete(path, call(args)).labels).toEqual(labels);
  });

  it.each([
    "$args = ['█'];\nexternal_api::call_external_function('local_shop_find', $args);",
    "function a() {\n  $args = [█\n  external_api::call_external_function('local_shop_find', $args, true);\n}",
    "external_api::call_external_function(function: 'local_shop_find', args: ['█']);",
  ])('%s', (text) => {
    expect(complete(path, `<?php\n${text}`).labels).toEqual(keys);
  });

  it('nothing in other arrays', () => {
    expect(complete(path, call("[]) + foo(['█']")).list).toBeNull();
    expect(complete(path, call("[], ['█']")).list).toBeNull();
    expect(complete(path, call("[], ajaxonly: ['█']")).list).toBeNull();
    expect(complete(path, call("ajaxonly: ['█']")).list).toBeNull();
  });

  it('are written as the file does', () => {
    expect(accept(path, call('[█]'), 'query')).toContain("['query' => ]");
    expect(accept(path, call("['qu█']"), 'query')).toContain("['query' => ]");
    expect(accept(path, call("['qu█]"), 'query')).toContain("['query' => ]");
    expect(accept(path, call('["qu█"]'), 'query')).toContain('["query" => ]');
    expect(accept(path, call("['qu█x' => 1]"), 'query')).toContain("['query' => 1]");
    expect(accept(path, call("['qu█ => 1]"), 'query')).toContain("['query' => 1]");
    expect(accept(path, call('["limit" => 1, █]'), 'query')).toContain('["limit" => 1, "query" => ]');
  });
});

describe('arguments of the methods that implement a function', () => {
  const inClass = (code: string) =>
    (tree[find] ?? '').replace(
      'execute($limit, $query, $all, $ids, $options) {',
      `execute($limit, $query, $all, $ids, $options) {\n        ${code}`,
    );

  it.each([
    ['self::validate_parameters(self::execute_parameters(), [█]);', keys],
    ["$params = self::validate_parameters(self::execute_parameters(), ['limit' => $limit, '█", keys.slice(1)],
    ['$params = [█];\n$params = self::validate_parameters(static::execute_parameters(), $params);', keys],
    ["self::validate_parameters(self::execute_parameters(), ['options' => [['█']]]);", ['name', 'value']],
    [
      "['limit' => $limit, █] = self::validate_parameters(self::execute_parameters(), ['limit' => $limit]);",
      keys.slice(1),
    ],
    ["if ($a) {\n}\n['█'] = self::validate_parameters(self::execute_parameters(), []);", keys],
    ["['█'] = self::other(self::execute_parameters(), []);", undefined],
    ['self::other(self::execute_parameters(), [█]);', undefined],
    ['self::validate_parameters(self::other_parameters(), [█]);', undefined],
    ['self::validate_parameters(self::execute_parameters(), [], [█]);', undefined],
  ])('when they are validated: %s', (code, labels) => {
    expect(complete(find, inClass(code)).labels).toEqual(labels);
  });

  it.each([
    ["find::execute(1, 'a', true, [1], [['█']])", ['name', 'value']],
    ["find::execute(1, 'a', true, [1], [['name' => 'x', █", ['value']],
    ["find::execute(1, options: [['█']])", ['name', 'value']],
    ["find::execute(options: [['█']], limit: 1)", ['name', 'value']],
    ["find::execute(1, '', true, [], $a ? $b : [['█']])", ['name', 'value']],
    ["find::execute(1); find::execute(1, '', /* [ ( */ true, [], [['█']]); // ]", ['name', 'value']],
    ["\\local_shop\\external\\find::execute(1, '', false, [], array(array(█)))", ['name', 'value']],
    ['$options = [[█]];\nfind::execute(1, "", true, [], $options);', ['name', 'value']],
    ['find::execute([█])', undefined],
    ["find::execute(1, 'a', true, [['█']])", undefined],
    ["find::other(1, 'a', true, [1], [['█']])", undefined],
    ["other::execute(1, 'a', true, [1], [['█']])", undefined],
  ])('when they are called: %s', (code, labels) => {
    const text = `<?php\nnamespace local_shop;\nuse local_shop\\external\\find;\n\nfunction test() {\n    ${code};\n}\n`;
    expect(complete('/code/local_shop/a.php', text).labels).toEqual(labels);
  });
});

describe('the calls that are looked up in the index', () => {
  const methods = (marked: string) => {
    const others = Array.from({ length: 20 }, (_, i) => `function m${i}() { find::execute(1); find::other([]); }`);
    const [before, after] = [others.slice(0, 10), others.slice(10)].map((some) => some.join('\n'));
    return `<?php\nnamespace local_shop\\external;\nclass a {\n${before}\nfunction m() { ${marked} }\n${after}\n}\n`;
  };

  it.each([
    ['find::execute(1, █);', 0],
    ['$a = 1; █', 0],
    ['$a[█] = find::execute(1);', 0],
    ["$a = '█';", 0],
    ['// [█\n', 0],
    ['$a = [function() { █ }];', 0],
    ['$a = [█];', 0],
    ["find::execute(1, '', true, [], [[█]]);", 1],
    ['$a = [█]; find::execute(1); find::execute(2);', 2],
  ])('are those around %s', (code, count) => {
    const { index, document, position } = open(tree, '/code/local_shop/a.php', methods(code));
    const lookUp = vi.spyOn(index, 'functionsImplementedBy');
    provideCompletion(index, document, position, {});
    provideHover(index, document, position);
    expect(lookUp).toHaveBeenCalledTimes(2 * count);
  });
});

describe('arguments of other clients', () => {
  it.each([
    ['/a.ts', "site.read<Order[]>('local_shop_find', {█})", keys],
    ['/a.ts', "await site.write('local_shop_find', {query: 'a', options: [{█", ['name', 'value']],
    ['/a.ts', "const params: FindParams = {\n  █\n};\nreturn site.read('local_shop_find', params, preSets);", keys],
    ['/a.ts', "site.read('local_shop_find', {}, {█})", undefined],
    ['/a.ts', "const preSets = {█};\nsite.read('local_shop_find', params, preSets);", undefined],
    [
      '/a.mustache',
      `<ion-button core-site-plugins-call-ws name="local_shop_find" [params]="{query: 'a', █}">`,
      ['limit', 'all', 'ids', 'options'],
    ],
    [
      '/a.mustache',
      `<ion-button [params]="{options: [{█" name="local_shop_find" core-site-plugins-call-ws>`,
      ['name', 'value'],
    ],
    ['/a.mustache', `<b [params]="{█}"></b><ion-button core-site-plugins-call-ws name="local_shop_find">`, undefined],
    ['/a.vue', "<script>call([{methodname: 'local_shop_find', args: {█}}])</script>", keys],
    ['/a.js', "new URLSearchParams({wsfunction: 'local_shop_find', █})", fields],
    [
      '/a.js',
      "params.append('wsfunction', 'local_shop_find');\nparams.append('limit', 1);\nparams.append('█')",
      fields.slice(1),
    ],
    ['/a.js', "params.append('wsfunction', 'local_shop_find');\nother.append('█')", undefined],
    ['/a.py', "data = {'wsfunction': 'local_shop_find', 'limit': 1, '█'}", fields.slice(1)],
    ['/a.py', "# it's\ndata = {\n    'token': token(),\n    'wsfunction': 'local_shop_find',\n    █", fields],
    ['/a.py', `data = {'wsfunction': 'local_shop_find', 'x': [${"{'a': 1}, ".repeat(20)}], '█'}`, fields],
    ['/a.py', `data = {'x': [${"{'wsfunction': 'local_shop_find'}, ".repeat(20)}], '█'}`, undefined],
    ['/a.py', "{'█', 'wsfunction': 'local_shop_find'}", fields],
    ['/a.py', "data['wsfunction'] = 'local_shop_find'\ndata['█']", fields],
    ['/a.py', "data = {'wsfunction': 'local_shop_find', 'all': █}", ['0', '1']],
    ['/a.py', "data = {'wsfunction': 'local_shop_find'}\nother = {'█'}", undefined],
    ['/a.http', 'POST /server.php\n\n{"wsfunction": "local_shop_find", "█"}', fields],
    ['/a.http', 'POST /server.php\n\nwstoken=x\n&wsfunction=local_shop_find\n&█', fields],
    [
      '/a.html',
      '<input name="wsfunction" value="local_shop_find">\n<input name="limit">\n<input name="█">',
      fields.slice(1),
    ],
    ['/a.html', '<input name="function" value="local_shop_find">\n<input name="█">', undefined],
    ['/a.html', '<input name="wsfunction" value="local_shop_find"></form>\n<form><input name="█">', undefined],
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find&█"', fields],
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find&limit=1&qu█&all=1"', ['query', ...fields.slice(3)]],
    ['/a.sh', 'curl "$URL?█&wsfunction=local_shop_find"', fields],
    ['/a.sh', "curl -d wsfunction=local_shop_find \\\n  -d 'limit=1' \\\n  --data-urlencode '█'", fields.slice(1)],
    [
      '/a.sh',
      'curl "$URL?wsfunction=local_shop_find&ids[0]=4&█"',
      ['limit', 'query', 'all', 'ids[1]', 'options[0][name]', 'options[0][value]'],
    ],
    [
      '/a.sh',
      'curl "$URL?wsfunction=local_shop_find&options[0][name]=4&options[█"',
      ['limit', 'query', 'all', 'ids[0]', 'options[0][value]', 'options[1][name]', 'options[1][value]'],
    ],
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find&all=█"', ['0', '1']],
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find&query=█"', undefined],
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find"\ncurl "$OTHER?█"', undefined],
    ['/a.sh', 'curl -d wsfunction=local_shop_find\ncurl -d █', undefined],
    ['/code/local_shop/a.php', '<?php $url = "$base?wsfunction=local_shop_find&█";', fields],
    [
      '/code/local_shop/a.php',
      "<?php $curl->post($url, ['wsfunction' => 'local_shop_find', 'options' => [['█']]]);",
      ['name', 'value'],
    ],
    ['/code/local_shop/a.php', "<?php $curl->post($url, ['wsfunction' => 'local_shop_find', '█']);", keys],
  ])('%s: %j', (path, text, labels) => {
    expect(complete(path, text).labels).toEqual(labels);
  });

  it('are written as the text does', () => {
    expect(accept('/a.sh', 'curl "$URL?wsfunction=local_shop_find&op█"', 'options[0][name]')).toContain(
      '&options[0][name]="',
    );
    expect(accept('/a.sh', 'curl "$URL?wsfunction=local_shop_find&q█x=5"', 'query')).toContain('&query=5"');
    expect(accept('/a.py', "{'wsfunction': 'local_shop_find', █}", 'ids[0]')).toContain(", 'ids[0]': }");
    expect(accept('/a.js', "({wsfunction: 'local_shop_find', █})", 'ids[0]')).toContain(", 'ids[0]': }");
    expect(accept('/a.js', "({wsfunction: 'local_shop_find', █})", 'query')).toContain(', query: }');
    expect(accept('/a.js', "({wsfunction: 'local_shop_find', all: █})", '1')).toContain(", all: '1'}");
    expect(accept('/a.py', "d['wsfunction'] = 'local_shop_find'\nd['█']", 'query')).toContain("\nd['query']");
    expect(accept('/a.py', "d['wsfunction'] = 'local_shop_find'\nd['█", 'query')).toContain("\nd['query'");
  });
});

describe('a key of the arguments', () => {
  const hover = (path: string, text: string) => {
    const { index, document, position } = open(tree, path, text);
    const found = provideHover(index, document, position);
    return found && { ...found, value: (found.contents as { value: string }).value };
  };
  const target = (path: string, text: string) => {
    const { index, document, position } = open(tree, path, text);
    const [link] = provideDefinition(index, document, position) ?? [];
    const { line, character } = link?.targetSelectionRange.start ?? { line: 0, character: 0 };
    return link && tree[find]?.split('\n')[line]?.slice(character);
  };

  it('says what it is', () => {
    const found = hover('/a.js', "call([{methodname: 'local_shop_find', args: {li█mit: 1}}])");
    expect(found?.value).toMatch(/^`limit` · `int` · default `10`\n\nHow many\n\n/);
    expect(found?.range).toEqual({ start: { line: 0, character: 45 }, end: { line: 0, character: 50 } });
  });

  it('shows the keys below it', () => {
    const found = hover(
      '/code/local_shop/a.php',
      "<?php call_external_function('local_shop_find', ['█options' => []]);",
    );
    expect(found?.value).toMatch(
      /^`options` · list of objects · default `\[\]`\n\nSettings\n\n\| Key .*\n.*\n\| `name`/,
    );
  });

  it.each([
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find&options[0][na█me]=x"', 'Its name'],
    ['/a.sh', 'curl "$URL?wsfunction=local_shop_find&li█mit=x"', 'How many'],
    ['/a.ts', "site.read('local_shop_find', {options: [{value█: 1}]})", 'Its value'],
    ['/a.py', "{'wsfunction': 'local_shop_find', 'ids[0]█': 1}", 'An id'],
  ])('%s: %j', (path, text, description) => {
    expect(hover(path, text)?.value).toContain(description);
  });

  it.each([
    "call([{methodname: 'local_shop_find', args: {limit: 1█}}])",
    "call([{methodname: 'local_shop_find', args: {other█: 1}}])",
    "call([{methodname: 'local_shop_find', args: {limit: limit█}}])",
  ])('nothing at %s', (text) => {
    expect(hover('/a.js', text)).toBeNull();
  });

  it('leads to where it is described', () => {
    expect(target('/a.js', "call([{methodname: 'local_shop_find', args: {limit█: 1}}])")).toMatch(/^'limit' => new/);
    expect(target('/a.js', "call([{methodname: 'local_shop_find', args: {options: [{value█: 1}]}}])")).toMatch(
      /^'value' => new/,
    );
    expect(
      target('/code/local_shop/a.php', "<?php local_shop\\external\\find::execute(1, '', 0, [], [['na█me' => 1]]);"),
    ).toMatch(/^'name' => new/);
    expect(target('/a.sh', 'curl "$URL?wsfunction=local_shop_find&options[0][na█me]=x"')).toMatch(/^'name' => new/);
  });
});

it.each([
  "call([{methodname: 'local_shop_find', args: {",
  "({wsfunction: 'local_shop_find', ",
  "{'wsfunction': 'local_shop_find', ",
  'wsfunction=local_shop_find&',
  "x['wsfunction'] = 'local_shop_find'; x['",
  "$x = ['a' => call_external_function('local_shop_find', ",
  "const a = {}; site.read('local_shop_find', a); ",
  "const a = {}; a => a, call([{methodname: 'local_shop_find', args: {b: ",
])('time grows with the text, not with its square: %s', (piece) => {
  // Would take minutes.
  const text = piece.repeat(Math.floor(200_000 / piece.length));
  for (const path of ['/a.js', '/code/local_shop/a.php', '/a.py', '/a.mustache'])
    for (const marked of [`<?php ${text}█`, `<?php ${text.slice(0, 100_002)}{█${text.slice(100_002)}`])
      complete(path, marked);
});
