import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../webservice/src/schema/checkAnswer.ts';
import type { Json } from '../../webservice/src/schema/node.ts';
import { paramTable } from '../../webservice/src/schema/paramTable.testkit.ts';
import { decodeAjax, encodeAjax } from '../../webservice/src/wire/ajax.ts';
import { decodeDownload, decodeUpload, encodeDownload, encodeUpload } from '../../webservice/src/wire/files.ts';
import type { HttpRequest, HttpResponse } from '../../webservice/src/wire/http.ts';
import type { Refusal } from '../../webservice/src/wire/outcome.ts';
import { encodeRest } from '../../webservice/src/wire/rest.ts';
import { decodeRest } from '../../webservice/src/wire/restAnswer.ts';
import { Secret } from '../../webservice/src/wire/secret.ts';
import { encodeSoap } from '../../webservice/src/wire/soap.ts';
import { decodeSoap } from '../../webservice/src/wire/soapAnswer.ts';
import { parseWwwroot } from '../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../webservice/src/wire/wwwroot.ts';
import { send } from '../../webservice/src/transport/send.ts';
import { startMockServer } from '../../webservice/src/transport/mockServer.ts';
import type { MockServer } from '../../webservice/src/transport/mockServer.ts';
import { contractFunctions } from './support/contractFunctions.ts';

/**
 * What a Moodle site says over HTTP, as one suite for two sites: the mock site, and the real one at
 * MOODLE_WS_CONTRACT_URL with MOODLE_WS_CONTRACT_TOKEN (of a user who may call all functions; English, any debug level).
 * Nothing is written but drafts of files. Where the mock differs from Moodle is told in docs/mock.md.
 */

interface Site {
  wwwroot: string;
  token: string;
}

interface Answer {
  status: number;
  type: string;
  text: string;
  json: Json;
}

const close: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(close.map((each) => each())));

async function mockSite(): Promise<MockServer> {
  const started = await startMockServer({ functions: contractFunctions });
  if (started.kind !== 'started') throw new Error(started.kind);
  close.push(() => started.server.close());
  return started.server;
}

const {
  MOODLE_WS_CONTRACT_URL: realUrl,
  MOODLE_WS_CONTRACT_TOKEN: realToken,
  MOODLE_WS_CONTRACT_SOAP_TOKEN: soapToken,
} = process.env;
const sites: [name: string, open: () => Promise<Site>][] = [['the mock site', mockSite]];
if (realUrl !== undefined && realToken !== undefined)
  sites.push(['the real site', () => Promise.resolve({ wwwroot: realUrl.replace(/\/$/, ''), token: realToken })]);

const rest = '/webservice/rest/server.php';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  let json: Json = null;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    // Not every answer is JSON.
  }
  return { status: response.status, type: response.headers.get('content-type') ?? '', text, json };
}

function wwwrootOf({ wwwroot }: Pick<Site, 'wwwroot'>): Wwwroot {
  const parsed = parseWwwroot(wwwroot);
  if (parsed.kind !== 'wwwroot') throw new Error(parsed.message);
  return parsed.wwwroot;
}

/** Sends what one of our encoders has made. */
async function exchange(encoded: { kind: 'request'; request: HttpRequest } | Refusal): Promise<HttpResponse> {
  if (encoded.kind !== 'request') throw new Error(encoded.kind);
  const sent = await send(encoded.request);
  if (sent.kind !== 'response') throw new Error(sent.kind);
  return sent.response;
}

/** What is the same on every version and at every debug level of the same error. */
function errorOf({ json, status, type }: Answer) {
  const { exception, errorcode, message, debuginfo } = json as Record<string, string | undefined>;
  const shortName = exception?.split('\\').at(-1);
  expect([status, type]).toEqual([200, 'application/json']);
  return { exception: shortName, errorcode, message, debuginfo };
}

const refused = (debuginfo: string) => ({
  exception: 'invalid_parameter_exception',
  errorcode: 'invalidparameter',
  message: 'Invalid parameter value detected',
  debuginfo,
});
const at = (key: string) => `${key} => Invalid parameter value detected: `;
const notOfType = (value: string, type: string) =>
  `Invalid external api parameter: the value is "${value}", the server was expecting "${type}" type`;

describe.each(sites)('%s', (_, open) => {
  let site: Site;
  beforeAll(async () => {
    site = await open();
  });

  const post = (body: string, path = rest) => ask(site.wwwroot + path, { method: 'POST', headers: form, body });
  const call = (name: string, fields: string, more = '&moodlewsrestformat=json') =>
    post(`wstoken=${site.token}&wsfunction=${name}${more}&${fields}`);

  /** Debuginfo is compared where the site tells it. */
  const expectError = (
    answer: Answer,
    expected: { exception: string; errorcode: string; message: string; debuginfo?: string },
  ) => {
    const error = errorOf(answer);
    expect(error).toEqual({
      ...expected,
      debuginfo: error.debuginfo === undefined ? undefined : expected.debuginfo,
    });
  };

  it('answers with JSON that the schema allows', async () => {
    for (const name of ['core_course_get_user_navigation_options', 'core_get_string']) {
      const fields = name === 'core_get_string' ? 'stringid=course' : 'courseids[0]=1';
      const answer = await call(name, fields);
      expect([answer.status, answer.type]).toEqual([200, 'application/json']);
      const { deviations } = checkAnswer((await contractFunctions.find(name))?.returns ?? null, answer.json);
      // The contract knows a part of the keys only.
      expect(deviations.filter(({ kind }) => kind !== 'unexpected')).toEqual([]);
    }
  });

  it.each(['', '&moodlewsrestformat=xml', '&moodlewsrestformat=JSON', '&moodlewsrestformat=yaml'])(
    'answers with XML unless JSON is asked for exactly: "%s"',
    async (format) => {
      const answer = await call('core_get_string', 'stringid=course', format);
      expect(answer.type).toBe('application/xml; charset=utf-8');
      expect(answer.text).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8" \?>\n<RESPONSE>\n<VALUE>[^<]*<\/VALUE>\n<\/RESPONSE>\n$/,
      );
      const error = await call('core_get_string', 'stringid=!', format);
      expect(error.text).toMatch(
        /^<\?xml [^>]*>\n<EXCEPTION class="(core\\exception\\)?invalid_parameter_exception">\n<ERRORCODE>invalidparameter<\/ERRORCODE>\n<MESSAGE>Invalid parameter value detected<\/MESSAGE>\n(<DEBUGINFO>stringid =&gt; .*<\/DEBUGINFO>\n)?<\/EXCEPTION>\n$/,
      );
    },
  );

  it.each<[string, string, string, string]>([
    ['a missing parameter', 'core_enrol_get_users_courses', '', 'Missing required key in single structure: userid'],
    [
      'a missing key of a structure',
      'core_user_create_users',
      'users[0][username]=jane',
      `${at('users')}Missing required key in single structure: firstname`,
    ],
    ['a text for a number', 'core_enrol_get_users_courses', 'userid=abc', at('userid') + notOfType('abc', 'int')],
    [
      'a list for a value',
      'core_enrol_get_users_courses',
      'userid[]=2',
      `${at('userid')}Scalar type expected, array or object received.`,
    ],
    [
      'a value for a list',
      'core_course_get_user_navigation_options',
      'courseids=1,2',
      `${at('courseids')}Only arrays accepted. The bad value is: '1,2'`,
    ],
    [
      'an empty value for a list',
      'core_course_get_user_navigation_options',
      'courseids=',
      `${at('courseids')}Only arrays accepted. The bad value is: ''`,
    ],
    [
      'an empty element',
      'core_course_get_user_navigation_options',
      'courseids[]=',
      at('courseids') + notOfType('', 'int'),
    ],
    [
      'a missing list',
      'core_course_get_user_navigation_options',
      '',
      'Missing required key in single structure: courseids',
    ],
    [
      'an unknown parameter',
      'core_enrol_get_users_courses',
      'userid=2&a=1&b[c]=2',
      'Unexpected keys (a, b) detected in parameter array.',
    ],
    [
      'an unknown key of a structure',
      'core_get_string',
      'stringid=course&stringparams[0][value]=1&stringparams[0][x]=1',
      `${at('stringparams')}Unexpected keys (x) detected in parameter array.`,
    ],
    [
      'a decimal comma',
      'mod_assign_save_grade',
      'assignmentid=1&userid=1&grade=12,5',
      at('grade') + notOfType('12,5', 'float'),
    ],
    [
      'a name that a user cannot have',
      'core_user_create_users',
      'users[0][username]=Bad Name!',
      at('users') + at('username') + notOfType('Bad Name!', 'username'),
    ],
    ['a name that PHP changes', 'core_get_string', 'string id=x', 'Missing required key in single structure: stringid'],
    ['a missing function', '', '', 'Missing function name'],
  ])('refuses %s', async (_what, name, fields, debuginfo) => {
    expectError(await call(name, fields), refused(debuginfo));
  });

  it('refuses whole numbers in any form but the shortest', async () => {
    for (const text of ['', ' 2', '2 ', '2.0', '1e1', '02', '+2', '0x2', '9999999999999999999'])
      expectError(
        await call('core_enrol_get_users_courses', `userid=${encodeURIComponent(text)}`),
        refused(at('userid') + notOfType(text, 'int')),
      );
    for (const text of ['yes', 'true', '2', ''])
      expectError(
        await call('core_enrol_get_users_courses', `userid=2&returnusercount=${text}`),
        refused(at('returnusercount') + notOfType(text, 'bool')),
      );
  });

  it('takes lists with any keys, in any order', async () => {
    for (const fields of ['courseids[5]=1&courseids[x]=1', 'courseids[]=1&courseids[]=1', 'courseids%5B0%5D=1'])
      expect((await call('core_course_get_user_navigation_options', fields)).json).toMatchObject({ warnings: [] });
  });

  it('takes its settings apart from the parameters', async () => {
    const settings = 'moodlewssettingraw=1&moodlewssettingfilter=1&moodlewssettingfileurl=0&moodlewssettinglang=en';
    expect(typeof (await call('core_get_string', `stringid=course&${settings}`)).json).toBe('string');
  });

  it('reads a query and a multipart form as well, but no JSON', async () => {
    const url = `${site.wwwroot}${rest}?wstoken=${site.token}&wsfunction=core_get_string&moodlewsrestformat=json`;
    expect(typeof (await ask(`${url}&stringid=course`, {})).json).toBe('string');
    const body = new FormData();
    body.append('stringid', 'course');
    expect(typeof (await ask(url, { method: 'POST', body })).json).toBe('string');
    const json = { method: 'POST', body: '{"stringid":"course"}', headers: { 'content-type': 'application/json' } };
    expectError(await ask(url, json), refused('Missing required key in single structure: stringid'));
  });

  it('reads only the first thousand variables', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `courseids[${i}]=1`).join('&');
    expect((await call('core_course_get_user_navigation_options', `${many}&unknown=1`)).json).toHaveProperty('courses');
  });

  it('knows its token and its functions', async () => {
    const noToken = {
      exception: 'moodle_exception',
      errorcode: 'invalidtoken',
      message: 'Invalid token - token not found',
    };
    expectError(await post(`wstoken=${'0'.repeat(32)}&moodlewsrestformat=json&wsfunction=core_get_string`), noToken);
    expectError(await post('moodlewsrestformat=json&wsfunction=core_get_string'), noToken);
    expectError(await call('no_such_function', ''), {
      exception: 'dml_missing_record_exception',
      errorcode: 'invalidrecord',
      message: "Can't find data record in database table external_functions.",
      debuginfo: "SELECT * FROM {external_functions} WHERE name = ?\n[array (\n  0 => 'no_such_function',\n)]",
    });
    const options = await ask(site.wwwroot + rest, { method: 'OPTIONS' });
    expect(options.text).toContain('<ERRORCODE>invalidtoken</ERRORCODE>');
  });

  it('tells who it is', async () => {
    const info = (await call('core_webservice_get_site_info', '')).json as Record<string, Json>;
    expect(info).toMatchObject({ siteurl: site.wwwroot, lang: 'en', userid: 2 });
    const names = (info['functions'] as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('core_webservice_get_site_info');
    expect(names).toContain('core_get_string');
  });

  it('says failures of login/token.php in their own shape', async () => {
    const token = async (body: string) => {
      const answer = await post(body, '/login/token.php');
      expect([answer.status, answer.type]).toEqual([200, 'application/json; charset=utf-8']);
      expect(Object.keys(answer.json as object)).toEqual([
        'error',
        'errorcode',
        'stacktrace',
        'debuginfo',
        'reproductionlink',
      ]);
      const { error, errorcode } = answer.json as Record<string, string>;
      return [errorcode, error];
    };
    expect(await token('username=nobody.here&password=x&service=moodle_mobile_app')).toEqual([
      'invalidlogin',
      'Invalid login, please try again',
    ]);
    expect(await token('username=nobody.here&password=x')).toEqual([
      'missingparam',
      'A required parameter (service) was missing',
    ]);
    expect((await post('appsitecheck=1', '/login/token.php')).json).toEqual({ appsitecheck: 'ok' });
  });

  describe('AJAX', () => {
    const ajax = (calls: unknown, script = 'service-nologin') =>
      ask(`${site.wwwroot}/lib/ajax/${script}.php`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof calls === 'string' ? calls : JSON.stringify(calls),
      });
    const string = (index: number, stringid: unknown) => ({ index, methodname: 'core_get_string', args: { stringid } });

    it('answers a list of calls, and goes on after an error where nobody is logged in', async () => {
      const { json, type } = await ajax([string(0, 'course'), string(1, '!'), string(2, 'user')]);
      expect(type).toBe('application/json; charset=utf-8');
      expect(json).toMatchObject([
        { error: false },
        { error: true, exception: { errorcode: 'invalidparameter', message: 'Invalid parameter value detected' } },
        { error: false },
      ]);
      expect((json as Json[]).length).toBe(3);
    });

    it.each<[string, unknown, string]>([
      [
        'a function that needs a login',
        { index: 0, methodname: 'core_course_get_recent_courses', args: {} },
        'servicerequireslogin',
      ],
      [
        'a function that is not for AJAX',
        { index: 0, methodname: 'core_enrol_get_users_courses', args: {} },
        'servicenotavailable',
      ],
    ])('refuses %s', async (_what, request, errorcode) => {
      expect((await ajax([request])).json).toMatchObject([{ error: true, exception: { errorcode } }]);
      expect((await ajax([request], 'service')).json).toMatchObject([{ error: true, exception: { errorcode } }]);
    });

    it('replaces the whole answer where a function is unknown or the body is no JSON', async () => {
      const unknown = { index: 1, methodname: 'no_such_function', args: {} };
      expect((await ajax([string(0, 'course'), unknown])).json).toMatchObject({ errorcode: 'invalidrecord' });
      const { json } = await ajax('{');
      expect(json).toMatchObject({
        errorcode: 'codingerror',
        error: 'Coding error detected, it must be fixed by a programmer: Invalid json in request: Syntax error',
      });
      expect((await ajax('[]')).json).toEqual([]);
    });

    it('understands our requests, and we its answers', async () => {
      const wwwroot = wwwrootOf(site);
      const string = (stringid: string) => ({ function: 'core_get_string', args: { stringid, stringparams: [] } });
      const encoded = encodeAjax([string('course'), string('!'), string('user')], wwwroot, null);
      expect(decodeAjax(await exchange(encoded), 3)).toMatchObject({
        kind: 'answers',
        answers: [{ kind: 'value' }, { kind: 'exception', errorcode: 'invalidparameter' }, { kind: 'value' }],
      });
      const unknown = encodeAjax([{ function: 'no_such_function', args: {} }], wwwroot, null);
      expect(decodeAjax(await exchange(unknown), 1)).toMatchObject({ kind: 'exception', errorcode: 'invalidrecord' });
    });

    it('makes an object of answers whose indexes do not count up, and takes arguments from a query', async () => {
      expect((await ajax([string(3, 'course')])).json).toMatchObject({ 3: { error: false } });
      const args = encodeURIComponent(JSON.stringify([string(0, 'course')]));
      const got = await ask(`${site.wwwroot}/lib/ajax/service-nologin.php?args=${args}`, {});
      expect(got.json).toMatchObject([{ error: false }]);
    });
  });
});

describe('the mock site', () => {
  it('gives its token to the user who knows the password', async () => {
    const site = await mockSite();
    const fields = new URLSearchParams({ username: ' ADMIN', password: site.password, service: 'moodle_mobile_app' });
    const { json } = await ask(`${site.wwwroot}/login/token.php`, { method: 'POST', body: fields });
    expect(json).toEqual({ token: site.token, privatetoken: null });
    fields.set('service', 'none');
    const { json: none } = await ask(`${site.wwwroot}/login/token.php?${String(fields)}`, {});
    expect(none).toMatchObject({ errorcode: 'servicenotavailable' });
  });

  it('answers AJAX with a session, and ends a list with its first error', async () => {
    const site = await mockSite();
    const cookie = `a=b; MoodleSession=${site.session}`;
    const get = (index: number, userid: unknown) => ({
      index,
      methodname: 'core_course_get_recent_courses',
      args: { userid },
    });
    const ajax = async (query: string, headers: Record<string, string>, ...calls: unknown[]) => {
      const init = { method: 'POST', headers, body: JSON.stringify(calls) };
      return (await ask(`${site.wwwroot}/lib/ajax/service.php${query}`, init)).json as Record<string, Json>[];
    };
    const sesskey = `?sesskey=${site.sesskey}`;
    expect(await ajax(sesskey, { cookie }, get(0, 3), get(1, 'x'), get(2, 3))).toMatchObject([
      { error: false },
      { error: true, exception: { errorcode: 'invalidparameter', link: `${site.wwwroot}/` } },
    ]);
    expect(await ajax(sesskey, { cookie }, get(0, 3), get(1, 'x'), get(2, 3))).toHaveLength(2);
    for (const [query, headers, errorcode] of [
      ['', { cookie }, 'missingparam'],
      ['?sesskey=x', { cookie }, 'invalidsesskey'],
      [sesskey, { cookie: 'MoodleSession=x' }, 'servicerequireslogin'],
    ] as const)
      expect(await ajax(query, headers, get(0, 3))).toMatchObject([{ error: true, exception: { errorcode } }]);
  });
});

/** A reading function of core for each type, and the parameters around the one that is tried. */
const takers: readonly (readonly [type: string, name: string, around: string, key: string])[] = [
  ['int', 'core_enrol_get_users_courses', '', 'userid'],
  ['bool', 'core_enrol_get_users_courses', 'userid=2', 'returnusercount'],
  ['stringid', 'core_get_string', '', 'stringid'],
  ['component', 'core_get_string', 'stringid=course', 'component'],
  ['alphanumext', 'core_webservice_get_site_info', '', 'serviceshortnames[0]'],
  ['alphanum', 'core_badges_get_user_badge_by_hash', '', 'hash'],
  ['alphaext', 'media_videojs_get_language', '', 'lang'],
  ['safedir', 'core_message_get_message_processor', 'userid=2', 'name'],
  ['safepath', 'core_output_load_template', 'component=core&themename=boost', 'template'],
  ['path', 'core_files_get_files', 'contextid=1&component=&filearea=&itemid=0&filename=', 'filepath'],
  ['text', 'tool_dataprivacy_get_users', '', 'query'],
  ['notags', 'core_search_get_search_areas_list', '', 'cat'],
  [
    'plugin',
    'core_get_user_dates',
    'contextid=1&timestamps[0][timestamp]=1&timestamps[0][format]=x',
    'timestamps[0][type]',
  ],
  ['url', 'core_grades_get_enrolled_users_for_search_widget', 'courseid=1', 'actionbaseurl'],
  ['float', 'mod_quiz_get_quiz_feedback_for_grade', 'quizid=0', 'grade'],
  ['tag', 'core_tag_get_tagindex', 'tagindex[tc]=1&tagindex[ta]=1', 'tagindex[tag]'],
  ['raw', 'core_get_string', 'stringid=course', 'stringparams[0][value]'],
];

if (realUrl !== undefined && realToken !== undefined) {
  describe('the real site takes of every PARAM type what the table says', () => {
    it.each(takers)('%s', { timeout: 120_000 }, async (type, name, around, key) => {
      const refusedTexts: string[] = [];
      const expected: string[] = [];
      for (const [value, types] of paramTable) {
        if (typeof value !== 'string') continue;
        const field = `${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
        const body = `wstoken=${realToken}&wsfunction=${name}&moodlewsrestformat=json&${around}&${field}`;
        const { text } = await ask(realUrl + rest, { method: 'POST', headers: form, body });
        if (text.includes('"errorcode":"invalidparameter"')) refusedTexts.push(value);
        if (!types.split(' ').includes(type)) expected.push(value);
      }
      expect(refusedTexts).toEqual(expected);
    });
  });
}

if (realUrl !== undefined && realToken !== undefined) {
  const wwwroot = wwwrootOf({ wwwroot: realUrl });
  const token = new Secret(realToken, wwwroot);

  describe('the real site understands our requests for files, and we its answers', () => {
    const file = { name: 'ü x.bin', content: Uint8Array.of(0, 13, 10, 255) };
    const upload = async (itemid: number) =>
      decodeUpload(await exchange(encodeUpload([file], { itemid, filepath: '/' }, wwwroot, token, 'boundary7c1f')));

    it('uploads', async () => {
      const uploaded = await upload(0);
      if (uploaded.kind !== 'uploaded') throw new Error(uploaded.kind);
      expect(uploaded.files).toEqual([{ filename: 'ü x.bin', filepath: '/', filesize: 4 }]);
      expect(await upload(uploaded.itemid ?? 0)).toMatchObject({ refused: [{ errortype: 'filenameexist' }] });
      const nobody = encodeUpload(
        [file],
        { itemid: 0, filepath: '/' },
        wwwroot,
        new Secret('0'.repeat(32), wwwroot),
        'b',
      );
      expect(decodeUpload(await exchange(nobody))).toMatchObject({ kind: 'exception', errorcode: 'invalidtoken' });
    });

    it('downloads', async () => {
      const none = encodeDownload(`${wwwroot}/pluginfile.php/1/user/private/no.txt`, wwwroot, token);
      expect(decodeDownload(await exchange(none))).toMatchObject({ kind: 'exception', errorcode: 'filenotfound' });
    });
  });

  if (soapToken !== undefined) {
    describe('the real site by SOAP', () => {
      const call = async (args: Json, secret = soapToken) => {
        const soap = { function: 'core_course_get_contents', args };
        return decodeSoap(await exchange(encodeSoap(soap, wwwroot, new Secret(secret, wwwroot))));
      };

      it('gives the value that REST gives', async () => {
        const byRest = encodeRest({ function: 'core_course_get_contents', args: { courseid: 2 } }, wwwroot, token);
        const outcome = decodeRest(await exchange(byRest));
        expect(outcome.kind).toBe('value');
        expect(await call({ courseid: 2, options: [] })).toEqual(outcome);
      });

      it('says faults', async () => {
        expect(await call({ courseid: 'x', options: [] })).toMatchObject({ kind: 'exception', format: 'soap' });
        expect(await call({ courseid: 2 })).toMatchObject({ kind: 'exception', errorcode: 'invalidparameter' });
        expect(await call({}, '0'.repeat(32))).toMatchObject({ exceptionClass: 'MOODLE:error', errorcode: '' });
      });
    });
  }
}
