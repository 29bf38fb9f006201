import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { run } from './support/cli.ts';
import { copyOf, fixture, temporaryDirectory, write } from './support/workspace.ts';

const sample = fixture('sample');
const bare = ['check', '--rule', 'services-class-not-found,services-unknown-key,config-invalid,suppression-unused'];
const finding = /^ {2}21:25 {2}error .*services-class-not-found$/m;

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd, stdio: 'pipe' });
}

/** A plugin in a repository of its own, in which it is committed. */
function repository(): string {
  const root = copyOf('sample');
  git(root, 'init', '--quiet');
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'first');
  return root;
}

/** A plugin below a repository. */
function several(): string {
  const root = temporaryDirectory();
  git(root, 'init', '--quiet');
  return copyOf('sample', `${root}/plugins/groupmanager`);
}

describe('moodle-ws check', () => {
  it('reports, and ends with 1', async () => {
    const { code, out, err } = await run(bare);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(finding);
    expect(out).not.toContain('\x1b');
  });

  it('takes a path, and one file', async () => {
    expect((await run([...bare, sample], { cwd: '/' })).out).toMatch(finding);
    expect(await run([...bare, 'classes'])).toMatchObject({ code: 0, out: 'No problems.\n' });
  });

  it.each([
    ['alone', () => copyOf('sample'), 'db/services.php'],
    ['in a repository of its own', repository, 'db/services.php'],
    ['in a repository of several', several, 'plugins/groupmanager/db/services.php'],
  ])('calls a file by the same name wherever it starts: %s', async (_, make, name) => {
    const root = make();
    const reports = ['.', 'db', 'db/services.php'].map((path) =>
      run([...bare, path, '--format', 'checkstyle'], { cwd: root }),
    );
    for (const { out } of await Promise.all(reports)) expect(out).toContain(`<file name="${name}">`);
    await run([...bare, '--write-baseline', 'known.json'], { cwd: root });
    expect((await run([...bare, 'db/services.php', '--baseline', 'known.json'], { cwd: root })).code).toBe(0);
  });

  it('ends with 1 for what it is told to', async () => {
    const root = write(copyOf('sample'), {
      'db/services.php': "<?php\n$functions = ['local_groupmanager_x' => ['classname' => 'x', 'tpye' => 1]];\n",
    });
    const rule = ['check', root, '--rule', 'services-unknown-key'];
    expect((await run(rule)).code).toBe(0);
    expect((await run([...rule, '--fail-on', 'warning'])).code).toBe(1);
  });

  it('asks a rule that is off where it is named', async () => {
    const searching = write(copyOf('sample'), {
      'db/services.php': "<?php\n$functions = ['local_groupmanager_search' => ['classname' => 'x']];\n",
    });
    const { code, out } = await run(['check', '--rule', 'naming-verb'], { cwd: searching });
    expect(code).toBe(0);
    expect(out).toContain('naming-verb');
  });

  it.each(['json', 'sarif', 'checkstyle', 'github', 'junit'])('has the format %s', async (format) => {
    const { code, out, err } = await run([...bare, '--format', format]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('services-class-not-found');
    expect(out).toContain('db/services.php');
  });

  it('obeys moodle-ws.json, and tells what is wrong in it', async () => {
    const root = write(copyOf('sample'), {
      'moodle-ws.json': '{\n  "rules": {\n    "services-class-not-found": "hint",\n    "nothing": "off"\n  }\n',
    });
    const { code, out } = await run([...bare, root]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^moodle-ws\.json\n {2}4:6 {2}warning {2}There is no rule nothing\..*\n {2}5:3 {2}warning {2}This is not JSON/,
    );
    expect(out).toContain('1 hint');
    const { runs } = JSON.parse((await run([...bare, root, '--format', 'sarif'])).out) as Log;
    expect(runs[0]!.results!.map(({ ruleId, level }) => [ruleId, level])).toContainEqual([
      'services-class-not-found',
      'note',
    ]);
  });

  it('reports only what is new since a base', async () => {
    const root = repository();
    expect((await run([...bare, root, '--base', 'HEAD'])).out).toBe('No problems.\n');
    const services = readFileSync(`${root}/db/services.php`, 'utf8');
    write(root, {
      // The old finding moves, and there is a new one of the same rule.
      'db/services.php': services
        .replace('$functions = [', '// Moved.\n$functions = [')
        .replace('external\\get_groups', 'external\\get_group'),
    });
    const { code, out } = await run([...bare, root, '--base', 'HEAD']);
    expect(code).toBe(1);
    expect(out).toContain('1 error, 0 warnings.');
    git(root, 'rm', '--quiet', 'classes/external/get_members.php');
    expect((await run([...bare, root, '--base', 'HEAD'])).out).toContain('2 errors');
    expect((await run([...bare, `${root}/db`, '--base', 'HEAD'])).out).toContain('2 errors');
  });

  it('compares the version with that of a base', async () => {
    const root = repository();
    const error = ['check', root, '--rule', 'version-not-bumped', '--base'];
    const rule = [...error, 'HEAD', '--fail-on', 'warning'];
    const services = readFileSync(`${root}/db/services.php`, 'utf8');
    const version = readFileSync(`${root}/version.php`, 'utf8');
    write(root, {
      'db/services.php': services.replace("'local_groupmanager_get_groups'", "'local_groupmanager_list'"),
    });
    const { code, out } = await run(rule);
    expect([code, out.includes('version-not-bumped')]).toEqual([1, true]);
    expect((await run([...error, 'HEAD'])).code).toBe(0);
    git(root, 'commit', '--quiet', '--all', '--message', 'second');
    expect((await run([...error, 'HEAD~1'])).code).toBe(1);
    write(root, { 'version.php': version.replace(/version\s*=\s*\d+/, 'version = 2099010100') });
    expect((await run([...rule, '--base', 'HEAD~1'])).code).toBe(0);
  });

  it('says what it fixed', async () => {
    const root = write(copyOf('sample'), {
      'db/services.php':
        "<?php\n$functions = [\n    'local_groupmanager_x' => [\n        'classname' => 'x',\n        'ajax' => 1,\n    ],\n];\n",
    });
    const fix = ['check', root, '--rule', 'services-ajax-not-bool', '--fix'];
    expect(await run(fix)).toEqual({ code: 0, out: 'No problems.\n', err: 'Fixed 1 finding in 1 file.\n' });
    expect(readFileSync(`${root}/db/services.php`, 'utf8')).toContain("'ajax' => true,");
    expect(await run(fix)).toEqual({ code: 0, out: 'No problems.\n', err: 'There is nothing to fix.\n' });
  });

  it('leaves out what a baseline has', async () => {
    const root = copyOf('sample');
    const file = `${root}/known.json`;
    expect(await run([...bare, root, '--write-baseline', file])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 finding is in ') as string,
    });
    expect(await run([...bare, root, '--baseline', file])).toMatchObject({ code: 0, out: 'No problems.\n' });
  });

  it('checks a plugin beside a tree that has an older copy of it', async () => {
    const root = temporaryDirectory();
    write(root, {
      'moodle/version.php': "<?php\n$branch = '404';\n$release = '4.4';\n",
      'moodle/lib/moodlelib.php': '<?php\n',
      'moodle/lib/components.json': '{"plugintypes": {"local": "local"}, "subsystems": {}}',
      'moodle/lib/db/services.php': "<?php\n$functions = ['core_x_y' => ['classname' => 'core_x', 'ajax' => true]];\n",
      'moodle/local/groupmanager/version.php': "<?php\n$plugin->component = 'local_groupmanager';\n",
      'moodle/local/groupmanager/db/services.php': "<?php\n$functions = ['local_groupmanager_old' => ['tpye' => 1]];\n",
      'moodle/moodle-ws.json': '{"rules": {"services-class-not-found": "off"}}',
    });
    const plugin = copyOf('sample', `${root}/groupmanager`);
    write(plugin, {
      'amd/src/a.js':
        "call([{methodname: 'core_x_y', args: {}}, {methodname: 'core_x_z', args: {}}, {methodname: 'local_groupmanager_old', args: {}}]);",
    });
    const { out } = await run(['check', plugin, '--moodle', `${root}/moodle`, '--format', 'json']);
    const { findings } = JSON.parse(out) as { findings: { rule: string; file: string }[] };
    const unknown = findings.filter(({ rule }) => rule === 'js-method-unknown');
    expect(unknown.map(({ file }) => file)).toEqual(['amd/src/a.js', 'amd/src/a.js']);
    expect(findings.map(({ rule }) => rule)).toContain('services-class-not-found');
    const known = `${root}/functions.json`;
    write(root, { 'functions.json': (await run(['export', '--root', `${root}/moodle`])).out });
    const { out: withFile } = await run(['check', plugin, '--catalogue', known, '--rule', 'js-method-unknown']);
    expect(withFile).not.toContain('core_x_y');
    expect(await run(['check', plugin, '--catalogue', `${plugin}/version.php`])).toMatchObject({ code: 2, out: '' });
    // Both in one folder: the copy is read by nobody.
    expect((await run([...bare, root])).out).not.toContain('tpye');
  });
});

describe('expected failures are one line and exit code 2', () => {
  it.each([
    [['no/such'], `moodle-ws: ${sample}/no/such does not exist.`],
    [['--moodle', 'no/such'], `moodle-ws: ${sample}/no/such does not exist.`],
    [['--moodle', '/'], 'moodle-ws: There is no Moodle in /.'],
    [['/'], 'moodle-ws: / is neither a Moodle tree nor a plugin'],
    [['--rule', 'services-sintax'], 'moodle-ws: There is no rule services-sintax. Nearest: services-syntax'],
    [['--format', 'xml'], 'Allowed choices are text, json, sarif, checkstyle, github, junit.'],
    [['--fail-on', 'info'], 'Allowed choices are error, warning.'],
    [['--baseline', 'no/such'], 'does not exist; --write-baseline makes it.'],
    [['--baseline', 'db/services.php'], 'is not a file that --write-baseline made.'],
    [['--write-baseline', 'no/such/file'], 'cannot be written: there is no such folder.'],
    [['--rule', ''], 'It names no rule.'],
    [['--base', ''], '--base names no commit.'],
    [['--no-such-option'], "moodle-ws: unknown option '--no-such-option'"],
    [['a', 'b'], 'too many arguments'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(['check', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a base that is none', async () => {
    expect(await run(['check', repository(), '--base', '--output=x'])).toMatchObject({ code: 2, out: '' });
    const { code, err } = await run(['check', '--base', 'no-such-branch'], { cwd: repository() });
    expect([code, err.trimEnd().split('\n').length]).toEqual([2, 1]);
    expect(err).toContain('There is no commit no-such-branch');
    const alone = await run(['check', copyOf('sample'), '--base', 'HEAD']);
    expect(alone.err).toContain('is not in a Git repository');
    expect(alone.err.trimEnd().split('\n')).toHaveLength(1);
  });
});
