import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAjax } from './ajax.ts';
import { decodeDownload, decodeUpload } from './files.ts';
import type { HttpResponse } from './http.ts';
import { decodeRest } from './restAnswer.ts';
import { decodeSoap } from './soapAnswer.ts';
import { decodeToken } from './token.ts';
import { site } from './wire.testkit.ts';

/**
 * What every recording of a real Moodle 4.4 means, part by part. Bodies that the recording leaves a part of out are broken
 * JSON. `cors-*` are preflights, which a browser makes and we do not: the scripts answer them as they answer any request.
 */
const expected: Readonly<Record<string, string>> = {
  'ajax-batch': '[value "Course", value list]',
  'ajax-batch-debugdeveloper': '[value "Course", value list]',
  'ajax-batch-error-debugdeveloper': '[value "Course", invaliduser with debuginfo, not-run]',
  'ajax-batch-unknown': 'invalidrecord',
  'ajax-batch-unknown-debugdeveloper': 'invalidrecord with debuginfo',
  'ajax-bool-null': '[value structure]',
  'ajax-debug-levels':
    '[invalidparameter] | [invalidparameter] | [invalidparameter with debuginfo] | [invalidparameter with debuginfo]',
  'ajax-empty-batch': '[]',
  'ajax-empty-body': 'codingerror',
  'ajax-empty-body-debugdeveloper': 'codingerror with debuginfo',
  'ajax-get-args': 'codingerror',
  'ajax-invalid-json': 'codingerror',
  'ajax-invalid-param': '[invalidparameter]',
  'ajax-invalid-param-debugdeveloper': '[invalidparameter with debuginfo]',
  'ajax-missing-param': '[invalidparameter]',
  'ajax-missing-param-debugdeveloper': '[invalidparameter with debuginfo]',
  'ajax-no-cookie-debugdeveloper': '[servicerequireslogin with debuginfo]',
  'ajax-no-cookie-nologin-function': '[value "Course"]',
  'ajax-no-cookie-nologin-function-debugdeveloper': '[value "Course"]',
  'ajax-no-sesskey': '[missingparam]',
  'ajax-nologin-batch-error': '[value "Course", invalidparameter, value "User"]',
  'ajax-nologin-get': '[value "Course"]',
  'ajax-nologin-loginrequired': '[servicerequireslogin]',
  'ajax-object-body': 'invalidrecord',
  'ajax-object-body-debugdeveloper': 'invalidrecord with debuginfo',
  'ajax-returns-null': '[value null]',
  'ajax-string-int': '[value list, value list]',
  'ajax-token': '[servicerequireslogin]',
  'ajax-unknown-function': 'invalidrecord',
  'ajax-wrong-sesskey': '[invalidsesskey]',
  'ajax-wrong-sesskey-debugdeveloper': '[invalidsesskey with debuginfo]',
  'cors-options-ajax': 'codingerror',
  'cors-options-rest': 'invalidtoken (xml)',
  'enc-array-comma': 'invalidparameter',
  'enc-array-empty-absent': 'value structure',
  'enc-array-empty-brackets': 'invalidparameter',
  'enc-array-empty-scalar': 'invalidparameter',
  'enc-array-nonsequential': 'value structure',
  'enc-array-required-absent': 'invalidparameter',
  'enc-array-required-absent-2': 'invalidparameter',
  'enc-float': 'invalidparameter',
  'enc-float-bad': 'invalidparameter',
  'enc-int-values':
    'invalidparameter | invalidparameter | invalidparameter | invalidparameter | invalidparameter | invalidparameter | invalidparameter | value list | invalidparameter | invalidparameter | invalidparameter',
  'enc-max-input-vars': 'invalid-json',
  'enc-null-string': 'invalidparameter',
  'enc-order': 'value list',
  'enc-plus-space': 'invalid-json',
  'enc-text-html': 'value list',
  'enc-zero-for-null': 'value null',
  'login-form': 'redirect to http://127.0.0.1:8844/login/index.php?testsession=2',
  'pluginfile-err-no-token': 'missingparam',
  'pluginfile-err-notfound': 'filenotfound',
  'pluginfile-err-service': 'accessexception',
  'pluginfile-offline': 'file hello.txt, text/plain: hello from intro\n',
  'pluginfile-plain-err': 'redirect to http://127.0.0.1:8844/login/index.php',
  'pluginfile-success': 'file hello.txt, text/plain: hello from intro\n',
  'resp-empty-single': 'value structure',
  'resp-json-float-bool': 'value structure',
  'resp-warnings': 'value structure with warnings',
  'resp-xml-null-bool': 'xml',
  'rest-err-array-for-scalar': 'invalidparameter',
  'rest-err-array-for-scalar-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-capability': 'nopermissions',
  'rest-err-capability-xml': 'nopermissions (xml)',
  'rest-err-capability-xml-debugdeveloper': 'nopermissions (xml)',
  'rest-err-invalid-response-probe-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-invalid-token': 'invalidtoken',
  'rest-err-invalid-token-debugdeveloper': 'invalidtoken',
  'rest-err-login-required-param': 'invalidparameter',
  'rest-err-login-required-param-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-missing-nested-param': 'invalidparameter',
  'rest-err-missing-nested-param-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-missing-param': 'invalidparameter',
  'rest-err-missing-param-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-no-function-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-no-token': 'invalidtoken',
  'rest-err-no-token-debugdeveloper': 'invalidtoken',
  'rest-err-not-enrolled': 'errorcoursecontextnotvalid',
  'rest-err-not-in-service': 'accessexception',
  'rest-err-not-in-service-debugdeveloper': 'accessexception with debuginfo',
  'rest-err-record-not-found': 'invalidrecord',
  'rest-err-record-not-found-debugdeveloper': 'invalidrecord with debuginfo',
  'rest-err-scalar-for-array': 'invalidparameter',
  'rest-err-unexpected-nested-param': 'invalidparameter',
  'rest-err-unexpected-nested-param-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-err-unexpected-param': 'invalidparameter',
  'rest-err-unknown-function': 'invalidrecord',
  'rest-err-unknown-function-debugdeveloper': 'invalidrecord with debuginfo',
  'rest-err-unknown-function-xml': 'invalidrecord (xml)',
  'rest-err-unknown-function-xml-debugdeveloper': 'invalidrecord (xml) with debuginfo',
  'rest-err-wrong-type': 'invalidparameter',
  'rest-err-wrong-type-debugdeveloper': 'invalidparameter with debuginfo',
  'rest-format-absent': 'xml',
  'rest-format-case': 'xml',
  'rest-format-invalid': 'xml',
  'rest-json-body': 'value list',
  'rest-json-multipart': 'value list',
  'rest-returns-null-xml': 'xml',
  'rest-username': 'accessexception',
  'rest-xml-success': 'xml',
  'setting-all': 'value structure',
  'setting-default': 'value structure',
  'setting-filter-lang': 'value structure',
  'setting-lang-de': 'value "Kurs"',
  'setting-lang-de-error': 'invalidparameter',
  'setting-lang-invalid': 'value "Course"',
  'setting-raw-1': 'value structure',
  'site-info': 'value structure',
  'site-info-xml': 'xml',
  'soap-call': 'value list',
  'soap-err-capability-debugdeveloper': 'invalidparameter (soap) with debuginfo',
  'soap-err-everything': 'MOODLE:error (soap)',
  'soap-err-everything-debugdeveloper': 'MOODLE:error (soap)',
  'soap-err-param': 'SOAP-ENV:Server (soap)',
  'soap-err-param-debugdeveloper': 'SOAP-ENV:Server (soap)',
  'soap-err-token-debugdeveloper': 'MOODLE:error (soap)',
  'soap-err-unknown': 'SOAP-ENV:Server (soap)',
  'soap-err-unknown-debugdeveloper': 'SOAP-ENV:Server (soap)',
  'soap-no-namespace-token': 'MOODLE:error (soap)',
  'soap-wsdl': 'invalid-soap wsdl',
  'soap-wsdl-everything': 'MOODLE:error (soap)',
  'soap-wsdl-soapable': 'invalid-soap wsdl',
  'token-admin': 'token',
  'token-appsitecheck': 'invalid-json',
  'token-get': 'token',
  'token-missing-param-debugdeveloper': 'missingparam with debuginfo',
  'token-success': 'token',
  'token-success-everything': 'token',
  'token-unknown-service': 'servicenotavailable',
  'token-unknown-service-debugdeveloper': 'servicenotavailable with debuginfo',
  'token-uppercase': 'token',
  'token-wrong-password': 'invalidlogin',
  'token-wrong-password-debugdeveloper': 'invalidlogin with debuginfo',
  'tokenpluginfile-success': 'file hello.txt, text/plain: hello from intro\n',
  'upload-duplicate': 'uploaded filenameexist',
  'upload-err-service': 'accessexception',
  'upload-err-token': 'invalidtoken',
  'upload-success-two': 'uploaded up.txt, up2.txt',
};

type Answer =
  | ReturnType<typeof decodeRest>
  | ReturnType<typeof decodeAjax>
  | ReturnType<typeof decodeUpload>
  | ReturnType<typeof decodeDownload>
  | ReturnType<typeof decodeToken>;
type Decoder = (response: HttpResponse, request: string) => Answer;

/** Who would get the answer of a recording; the first that fits its name. */
const decoders: readonly (readonly [RegExp, Decoder])[] = [
  [/^(ajax|cors-options-ajax)/, (response, request) => decodeAjax(response, request.split('methodname').length - 1)],
  [/^soap/, decodeSoap],
  [/^upload/, decodeUpload],
  [/^(token)?pluginfile/, decodeDownload],
  [/^token-/, (response) => decodeToken(response, site('http://127.0.0.1:8844'))],
  [/^/, decodeRest],
];

function decodePart(name: string, part: string): string {
  const at = part.lastIndexOf('--- response\n');
  const [head = '', ...rest] = part.slice(at + '--- response\n'.length).split('\n\n');
  const [statusLine = '', ...lines] = head.split('\n');
  const headers = Object.fromEntries(
    lines
      .map((line) => /^([^:]+): ?(.*)$/.exec(line) ?? [])
      .map(([, key = '', value = '']) => [key.toLowerCase(), value]),
  );
  const length = Number(headers['content-length'] ?? NaN);
  const content = Buffer.from(rest.join('\n\n')).subarray(0, Number.isNaN(length) ? undefined : length);
  const status = Number(statusLine.split(' ')[1]);
  const body = status >= 300 && status < 400 ? '' : content.toString().trimEnd();
  const decode = decoders.find(([pattern]) => pattern.test(name))?.[1] ?? decodeRest;
  const request = part.slice(0, part.indexOf('--- request head'));
  return told(decode({ status, headers, body, content, url: 'http://127.0.0.1:8844/' }, request));
}

/** An outcome in a few words. */
function told(answer: Answer | { kind: 'not-run' }): string {
  switch (answer.kind) {
    case 'answers':
      return `[${answer.answers.map(told).join(', ')}]`;
    case 'value': {
      const { value, warnings } = answer;
      const shown =
        value === null || typeof value !== 'object'
          ? JSON.stringify(value)
          : Array.isArray(value)
            ? 'list'
            : 'structure';
      return `value ${shown}${warnings.length > 0 ? ' with warnings' : ''}`;
    }
    case 'exception':
      return `${answer.errorcode || answer.exceptionClass}${answer.format === 'json' ? '' : ` (${answer.format})`}${answer.debuginfo === null ? '' : ' with debuginfo'}`;
    case 'uploaded':
      return `uploaded ${[...answer.files, ...answer.refused].map((file) => ('errortype' in file ? file.errortype : file.filename)).join(', ')}`;
    case 'file':
      return `file ${answer.name}, ${answer.type}: ${String.fromCharCode(...answer.content)}`;
    case 'redirect':
      return `redirect to ${answer.location}`;
    case 'invalid-soap':
      return `invalid-soap ${answer.reason}`;
    default:
      return answer.kind;
  }
}

/** The outcomes of a recording, part by part. */
function decodeRecording(name: string, text: string): string {
  const parts = text.replace(/\r\n/g, '\n').split(/^={20,}\n/m);
  return parts.map((part) => decodePart(name, part)).join(' | ');
}

describe('a recording', () => {
  it('is decoded by who would get the answer', () => {
    const part = (request: string, head: string, body: string) =>
      `# about\n\n$ curl ${request}\n\n--- request head\nPOST / HTTP/1.1\n--- response\nHTTP/1.1 ${head}\n\n${body}\n\n`;
    const call = part('-d \'[{"methodname":"a"}]\'', '200 OK', '[{"error":false,"data":1}]');
    const refused = part('', '200 OK', '{"error":"M","errorcode":"codingerror"}');
    expect(decodeRecording('ajax-x', `${call}${'='.repeat(60)}\n${refused}`)).toBe('[value 1] | codingerror');
    expect(decodeRecording('rest-x', call)).toBe('value list');
    expect(decodeRecording('pluginfile-x', part('', '303 See Other\nLocation: http://a/', '<p>'))).toBe(
      'redirect to http://a/',
    );
    expect(
      decodeRecording(
        'pluginfile-x',
        part('', '200 OK\nContent-Length: 2\nContent-Disposition: inline; filename="b"', 'c'),
      ),
    ).toBe('file b, : c\n');
  });
});

const folder = process.env['MOODLE_WS_RECORDINGS'];
if (folder !== undefined) {
  describe('the recordings of a real Moodle', () => {
    const names = readdirSync(folder)
      .filter((file) => file !== 'INDEX.txt')
      .map((file) => file.replace(/\.txt$/, ''));

    it('are the ones whose outcome is known', () => {
      expect(names.sort()).toEqual(Object.keys(expected).sort());
    });

    it.each(names)('%s', (name) => {
      expect(decodeRecording(name, readFileSync(`${folder}/${name}.txt`, 'utf8'))).toBe(expected[name]);
    });

    it('have preflights that every browser refuses', () => {
      for (const name of names.filter((each) => each.startsWith('cors-options')))
        expect(readFileSync(`${folder}/${name}.txt`, 'utf8')).not.toMatch(/^Access-Control-Allow-Headers:/im);
    });
  });
}
