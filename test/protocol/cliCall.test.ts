import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { run as runProgram } from './support/cli.ts';
import { fixture, temporaryDirectory } from './support/workspace.ts';

type Environment = Readonly<Record<string, string>>;
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const token = '24a8ea7bc89e3cc36dc4db06e680d590';

function run(args: readonly string[], environment: Environment, cwd = fixture('sample')) {
  return runProgram(args, { cwd, environment: { MOODLE_WS_TOKEN: token, ...environment } });
}

/** A site that gives one answer, and what it was asked. */
async function site({ status = 200, headers = {}, body }: Answer) {
  const asked = { url: '', body: '', cookie: '' };
  const server = createServer((request, response) => {
    request.setEncoding('latin1').on('data', (chunk: string) => (asked.body += chunk));
    request.on('end', () => {
      asked.url = request.url ?? '';
      asked.cookie = request.headers.cookie ?? '';
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  onTestFinished(() => {
    server.close();
  });
  return { asked, environment: { MOODLE_WS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } };
}

/** The environment of a mock site of the sample plugin. */
async function mock(): Promise<Environment> {
  const child = spawn(process.execPath, [inject('cliPath'), 'mock', fixture('sample')]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
    out += chunk;
    if (out.includes('curl')) break;
  }
  const told = (pattern: RegExp) => pattern.exec(out)?.[1] ?? '';
  return {
    MOODLE_WS_URL: told(/^ {2}URL +(\S+)$/m),
    MOODLE_WS_TOKEN: told(/^ {2}Token +(\S+)$/m),
    MOODLE_WS_SESSKEY: told(/sesskey (\w+),/),
    MOODLE_WS_COOKIE: told(/cookie (\S+)$/m),
  };
}

describe('moodle-ws call', () => {
  const name = 'local_groupmanager_get_groups';

  it.each(['rest', 'ajax'])('prints what the site answers by %s', async (protocol) => {
    const { code, out, err } = await run(['call', name, '{"courseid": 7}', '--protocol', protocol], await mock());
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  it('explains a refusal', async () => {
    const { code, out, err } = await run(['call', name, '--protocol', 'ajax'], await mock());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^moodle-ws: A required parameter is missing \(invalidparameter, at: arguments\)\.$/m);
    expect(err).toContain('  Missing required key in single structure: courseid\n');
  });

  it('calls what may write only when that is allowed', async () => {
    const environment = await mock();
    const group = '{"groupid": 1, "name": "x"}';
    const refused = await run(['call', 'local_groupmanager_update_group', group], environment);
    expect([refused.code, refused.err]).toEqual([
      2,
      'moodle-ws: local_groupmanager_update_group may change data: add --allow-write to call it. --root or --catalogue tells what functions do.\n',
    ]);
    const unknown = await run(['call', 'local_x_get'], environment, temporaryDirectory());
    expect(unknown.err).toContain('local_x_get may change data for all that is known here');
    const core = await run(['call', 'core_webservice_get_site_info'], environment, temporaryDirectory());
    expect(core.code).toBe(0);
    const allowed = await run(['call', 'local_groupmanager_update_group', group, '--allow-write'], environment);
    expect(allowed.err).not.toContain('may change data');
  });

  it('speaks SOAP, with the defaults of what is left out', async () => {
    const soap =
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><e:Body><xResponse>' +
      '<return i:type="m:Map"><item><key>a</key><value i:type="x:int">1</value></item></return></xResponse></e:Body></e:Envelope>';
    const { asked, environment } = await site({ body: soap });
    const members = ['call', 'local_groupmanager_get_members', '{"groupid": 5}', '--protocol', 'soap'];
    expect(await run(members, environment)).toEqual({ code: 0, out: '{\n  "a": 1\n}\n', err: '' });
    expect(asked.url).toBe(`/webservice/soap/server.php?wstoken=${token}`);
    expect(asked.body).toMatch(/<groupid xsi:type="xsd:long">5<\/groupid>.*<perpage xsi:type="xsd:long">50<\/perpage>/);
  });

  it('needs a site, a token and JSON, and shows no secret', async () => {
    const arguments_ = ['call', name, '{"courseid": 7}'];
    expect((await run(arguments_, {})).err).toMatch(/^moodle-ws: MOODLE_WS_URL tells no site\. /);
    const { environment } = await site({ body: `"${token}"` });
    expect((await run(arguments_, { ...environment, MOODLE_WS_TOKEN: '' })).err).toContain('no-token');
    expect((await run(['call', name, 'courseid=7'], environment)).err).toContain('The arguments are no JSON');
    expect(await run(arguments_, environment)).toEqual({ code: 0, out: '"[secret]"\n', err: '' });
    const half = { ...environment, MOODLE_WS_SESSKEY: 'x' };
    expect((await run([...arguments_, '--protocol', 'ajax'], half)).err).toContain('no-session');
  });
});

describe('moodle-ws upload', () => {
  it('puts files into a draft area and tells its itemid', async () => {
    const entries = [
      { filename: 'version.php', filepath: '/', itemid: 66, filesize: 9 },
      { filename: 'b', errortype: 'filenameexist', error: 'It exists' },
    ];
    const { asked, environment } = await site({ body: JSON.stringify(entries) });
    const { code, out } = await run(['upload', 'version.php', './db/services.php', '--itemid', '66'], environment);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      itemid: 66,
      files: [{ filename: 'version.php', filepath: '/', filesize: 9 }],
      refused: [{ filename: 'b', errortype: 'filenameexist', message: 'It exists' }],
    });
    expect(asked.url).toBe('/webservice/upload.php');
    expect(asked.body).toMatch(
      /name="token"\r\n\r\n24a8[^]*name="itemid"\r\n\r\n66\r\n[^]*filename="services\.php"\r\n[^]*<\?php/,
    );
  });

  it('says which file is not there', async () => {
    const { environment } = await site({ body: '[]' });
    const { code, err } = await run(['upload', 'none.txt'], environment);
    expect([code, err]).toEqual([2, expect.stringMatching(/none\.txt cannot be read: there is no such file/)]);
  });
});

describe('moodle-ws download', () => {
  const file = { headers: { 'content-disposition': 'inline; filename="../a.txt"' }, body: 'text' };

  it('writes a file as the site calls it, and never over another', async () => {
    const { asked, environment } = await site(file);
    const directory = temporaryDirectory();
    const address = `${environment.MOODLE_WS_URL}/pluginfile.php/1/x/a.txt`;
    const first = await run(['download', address], environment, directory);
    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/a\.txt \(4 bytes, \)\n$/)]);
    expect(readFileSync(`${directory}/a.txt`, 'utf8')).toBe('text');
    expect([asked.url, asked.body]).toEqual(['/webservice/pluginfile.php/1/x/a.txt', `token=${token}`]);

    writeFileSync(`${directory}/a.txt`, 'mine');
    const second = await run(['download', address], environment, directory);
    expect([second.code, second.err]).toEqual([
      2,
      expect.stringMatching(/a\.txt cannot be written: it is there already\.\n$/),
    ]);
    expect(readFileSync(`${directory}/a.txt`, 'utf8')).toBe('mine');
    expect((await run(['download', address, '--output', 'b.txt'], environment, directory)).code).toBe(0);
    expect(readFileSync(`${directory}/b.txt`, 'utf8')).toBe('text');
  });

  it('takes no error for a file, and no token elsewhere', async () => {
    const error = '{"error":"Not found","errorcode":"filenotfound"}';
    const { asked, environment } = await site({ status: 404, body: error });
    const directory = temporaryDirectory();
    const address = `${environment.MOODLE_WS_URL}/webservice/pluginfile.php/1/x/a.txt`;
    expect((await run(['download', address], environment, directory)).err).toContain('filenotfound');
    asked.url = '';
    const foreign = await run(['download', 'http://127.0.0.2/pluginfile.php/1/a.txt'], environment, directory);
    expect([foreign.code, asked.url]).toEqual([2, '']);
    expect(existsSync(`${directory}/a.txt`)).toBe(false);
  });
});
