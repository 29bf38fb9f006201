import { describe, expect, it } from 'vitest';
import { functionNames } from './tokens.ts';

describe('PHP', () => {
  const php = (code: string) => functionNames('text.html.php', `<?php\n${code}`);

  it('colours the keys of $functions', async () => {
    const code = `$functions = [
      'local_shop_get_orders' => [
          'classname' => 'local_shop\\external\\get_orders',
          'description' => 'Lists orders.',
          'capabilities' => 'local/shop:view',
      ],
      "core_files_upload" => array(`;
    expect(await php(code)).toEqual(['local_shop_get_orders', 'core_files_upload']);
  });

  it('colours the functions of a service', async () => {
    expect(await php("'functions' => ['core_course_get_contents', 'mod_assign_view_assign'],")).toEqual([
      'core_course_get_contents',
      'mod_assign_view_assign',
    ]);
  });

  it('colours the name in call_external_function()', async () => {
    expect(await php("external_api::call_external_function('local_shop_ping', []);")).toEqual(['local_shop_ping']);
  });

  it('leaves other strings, methods and comments alone', async () => {
    const code = `'settings_page_width' => ['default' => 5],
      'methodname' => 'get_orders',
      get_string('pluginname', 'local_shop');
      // 'local_shop_get_orders' => [`;
    expect(await php(code)).toEqual([]);
  });
});

describe('JavaScript', () => {
  it('colours methodname of a call through core/ajax, in every quoting', async () => {
    const code = `Ajax.call([{methodname: 'core_course_get_contents', args: {}}, {"methodname" : "local_shop_ping"}]);`;
    const names = ['core_course_get_contents', 'local_shop_ping'];
    expect(await functionNames('source.js', code)).toEqual(names);
    expect(await functionNames('source.ts', code)).toEqual(names);
    expect(await functionNames('text.html.php', `<script>${code}</script>`)).toEqual(names);
    expect(await functionNames('text.html.mustache', `{{#js}}\n${code}\n{{/js}}`)).toEqual(names);
  });

  it('leaves comments and other keys alone', async () => {
    expect(await functionNames('source.js', "// methodname: 'core_a_get'\nx({name: 'core_a_get'});")).toEqual([]);
  });
});

describe('wsfunction', () => {
  it.each([
    ['source.shell', 'curl -d wsfunction=core_user_get_users https://example.org'],
    ['source.shell', 'curl "https://example.org/?wsfunction=core_user_get_users&x=1"'],
    ['source.js', 'fetch(`${url}?wsfunction=core_user_get_users&x=1`)'],
    ['source.js', "params.set('wsfunction', 'core_user_get_users');"],
    ['source.ts', "send({ wsfunction: 'core_user_get_users' });"],
    ['text.html.php', "<?php $p = ['wsfunction' => 'core_user_get_users'];"],
    ['text.html.php', "<?php $p['wsfunction'] = 'core_user_get_users';"],
    ['text.html.php', '<a href="?wsfunction=core_user_get_users">'],
  ])('is coloured in %s: %s', async (scope, text) => {
    expect(await functionNames(scope, text)).toEqual(['core_user_get_users']);
  });

  it('is left alone in a comment and where no name follows', async () => {
    expect(await functionNames('source.shell', '# wsfunction=core_user_get_users')).toEqual([]);
    expect(await functionNames('source.js', "x({wsfunction: 'name'});")).toEqual([]);
  });
});
