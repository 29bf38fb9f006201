import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { copyOf } from './support/workspace.ts';

/** Starts `moodle-ws mock` and waits until it tells its address. */
async function startMock(root: string, ...options: string[]) {
  const child = spawn(process.execPath, [inject('cliPath'), 'mock', root, ...options]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout as AsyncIterable<string>) {
    out += chunk;
    if (out.includes('curl')) break;
  }
  const wwwroot = /^ {2}URL +(\S+)$/m.exec(out)?.[1] ?? '';
  const token = /^ {2}Token +(\S+)$/m.exec(out)?.[1] ?? '';
  const call = async (name: string, fields: Record<string, string> = {}): Promise<unknown> => {
    const body = new URLSearchParams({ wstoken: token, wsfunction: name, moodlewsrestformat: 'json', ...fields });
    return (await fetch(`${wwwroot}/webservice/rest/server.php`, { method: 'POST', body })).json();
  };
  return { child, out, wwwroot, call };
}

describe('moodle-ws mock', () => {
  it('answers the functions of a plugin, follows its code, and ends when it is interrupted', async () => {
    const root = copyOf('sample');
    const { child, out, wwwroot, call } = await startMock(root);
    expect(out).toMatch(/^Mock site with 6 functions, for this machine only\. Ctrl\+C ends it\.$/m);
    expect(await call('local_groupmanager_get_groups', { courseid: '7' })).toMatchObject([{ id: 1 }, { id: 2 }]);
    const refused = { errorcode: 'invalidparameter' };
    expect(await call('local_groupmanager_get_groups')).toMatchObject(refused);
    expect(await call('core_webservice_get_site_info')).toMatchObject({ siteurl: wwwroot });

    const file = join(root, 'classes/external/get_groups.php');
    writeFileSync(file, readFileSync(file, 'utf8').replace("'courseid' => new", "'course' => new"));
    expect(await call('local_groupmanager_get_groups', { courseid: '7' })).toMatchObject({
      ...refused,
      debuginfo: 'Missing required key in single structure: course',
    });
    rmSync(file);
    expect(await call('local_groupmanager_get_groups')).toMatchObject({ errorcode: 'codingerror' });

    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(wwwroot)).rejects.toThrow();
  });

  it('prints an example that works', async () => {
    const root = copyOf('sample');
    const services = join(root, 'db/services.php');
    const broken =
      "$functions['local_groupmanager_a'] = ['classname' => 'local_groupmanager\\\\gone', 'type' => 'read'];\n";
    writeFileSync(services, `${readFileSync(services, 'utf8')}${broken}`);
    const { out, call } = await startMock(root, '--debug', 'none');
    expect(out).toContain('with 7 functions');
    const example = out.split('\n').find((line) => line.includes('curl ')) ?? '';
    const answer = await new Promise<string>((resolve) => {
      execFile('bash', ['-c', example], (_error, text) => {
        resolve(text);
      });
    });
    expect(JSON.parse(answer)).toMatchObject([{ courseid: 0 }, { courseid: 0 }]);
    expect(await call('local_groupmanager_get_groups')).toEqual({
      exception: 'invalid_parameter_exception',
      errorcode: 'invalidparameter',
      message: 'Invalid parameter value detected',
    });
  });

  it('tells a port that is taken', async () => {
    const root = copyOf('sample');
    const { wwwroot } = await startMock(root);
    const { port } = new URL(wwwroot);
    const second = spawn(process.execPath, [inject('cliPath'), 'mock', root, '--port', port]);
    let error = '';
    second.stderr.on('data', (data: Buffer) => (error += data.toString()));
    expect(await once(second, 'exit')).toEqual([2, null]);
    expect(error).toBe(`moodle-ws: Port ${port} is in use. Choose another with --port, or leave it out.\n`);
  });
});
