import { describe, expect, it } from 'vitest';
import { run } from './support/cli.ts';
import { fixture, temporaryDirectory, write } from './support/workspace.ts';

const sample = fixture('sample');

describe('moodle-ws', () => {
  it('lists', async () => {
    const { code, out, err } = await run(['list']);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toHaveLength(7);
    expect(out).toMatch(/^local_groupmanager_update_group +write +Changes the name/m);
    expect(out).toMatch(/^local_groupmanager_get_groups +read +ajax/m);
    expect(out).not.toContain('\x1b');
  });

  it('shows', async () => {
    const { code, out } = await run(['show', 'local_groupmanager_get_members', '--root', sample], { cwd: '/' });
    expect(code).toBe(0);
    expect(out).toContain('local_groupmanager_get_members(groupid: int, page?: int, perpage?: int)');
    expect(out).toMatch(/^ {2}perpage +int, default 50 {2}Members on a page$/m);
    expect(out).toMatch(/^ {2}members +list of \{id, fullname\}$/m);
    expect(out).toContain('classes/external/get_members.php:');
  });

  it('says of no function without code what it returns', async () => {
    const root = write(temporaryDirectory(), {
      'version.php': "<?php $plugin->component = 'local_x';",
      'db/services.php':
        "<?php $functions = ['local_x_gone' => ['classname' => 'local_x\\\\external\\\\gone', 'type' => 'read']];",
    });
    const { out } = await run(['show', 'local_x_gone', '--root', root]);
    expect(out).toContain('Parameters\n  not known\n\nReturns\n  not known\n');
  });

  it('exports what the language server exports', async () => {
    const { code, out, err } = await run(['export', '--root', sample, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const functions = JSON.parse(out) as { name: string }[];
    expect(functions).toHaveLength(6);
    expect(functions[0]).toMatchObject({
      name: 'local_groupmanager_create_groups',
      component: 'local_groupmanager',
      parameters: { kind: 'single', keys: [['groups', { kind: 'multiple' }]] },
      complete: true,
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const functions = Array.from(
      { length: 2000 },
      (_, n) => `'local_x_get${n}' => ['description' => '${'x'.repeat(90)}'],`,
    );
    const root = write(temporaryDirectory(), {
      'version.php': "<?php $plugin->component = 'local_x';",
      'db/services.php': `<?php $functions = [${functions.join('\n')}];`,
    });
    expect(await run(['list', '--root', root], { pipe: 'head -1 | wc -l' })).toMatchObject({ code: 0, err: '' });
  });

  it('prints nothing that a terminal would obey', async () => {
    const root = write(temporaryDirectory(), {
      'version.php': "<?php $plugin->component = 'local_x';",
      'db/services.php': '<?php $functions = ["local_x_\\e[31mred" => ["description" => "a\\r\\n::error::b\\x07"]];',
    });
    const { out } = await run(['list', '--root', root]);
    expect(out).toBe('local_x_[31mred               a ::error::b\n');
  });
});

describe('expected failures are one line and exit code 2', () => {
  it.each([
    [['list', '--root', '/'], 'moodle-ws: / is neither a Moodle tree nor a plugin'],
    [['export', '--root', 'no/such'], `moodle-ws: ${sample}/no/such does not exist.`],
    [
      ['show', 'local_groupmanager_get_member'],
      'no function local_groupmanager_get_member. Nearest: local_groupmanager_get_members',
    ],
    [['export', '--format', 'xml'], 'Allowed choices are json.'],
    [['show'], "missing required argument 'name'"],
    [['dance'], "unknown command 'dance'"],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  describe('in a plugin without the source of Moodle', () => {
    const fn = { name: 'core_x_do', component: 'moodle', type: 'write', description: 'Does it' };
    const parameters = {
      kind: 'single',
      keys: [],
      desc: '',
      required: 'VALUE_REQUIRED',
      default: null,
      allownull: false,
    };
    const file = (text: string) => `${write(temporaryDirectory(), { 'functions.json': text })}/functions.json`;

    it("shows a function of Moodle's from facts", async () => {
      const { code, out } = await run(['show', 'core_course_get_contents']);
      expect(code).toBe(0);
      expect(out).toContain('core_course_get_contents(courseid: int, options?: list)');
      expect(out).toMatch(/^Known from +Moodle \d\.\d, without texts$/m);
    });

    it('knows the functions of a file as well', async () => {
      const path = file(JSON.stringify([{ ...fn, parameters, returns: null }]));
      expect((await run(['list', '--catalogue', path])).out).toMatch(/^core_x_do +write +Does it$/m);
      expect((await run(['show', 'core_x_do', '--catalogue', path])).out).toContain('Does it');
      const exported = JSON.parse((await run(['export', '--catalogue', path])).out) as unknown[];
      expect(exported).toHaveLength(7);
      expect(exported[0]).toMatchObject({ ...fn, parameters: { kind: 'single', keys: [] }, complete: true });
    });

    it('says why a file cannot be used', async () => {
      const failed = async (path: string) => run(['list', '--catalogue', path]);
      for (const path of ['/nowhere.json', temporaryDirectory()])
        expect(await failed(path)).toMatchObject({ code: 2, err: `moodle-ws: There is no file ${path}.\n` });
      expect(await failed(file('{'))).toMatchObject({
        code: 2,
        err: expect.stringContaining('It is not JSON') as string,
      });
    });
  });
});
