import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../schema/node.ts';
import { Secret } from './secret.ts';
import { encodeSoap } from './soap.ts';
import { decodeSoap } from './soapAnswer.ts';
import { response, site } from './wire.testkit.ts';
import { writeRequest } from './writeRequest.ts';

const here = site('https://a.example/m');
const token = new Secret('0123456789abcdef', here);
const encode = (args: Json, name = 'core_x') => encodeSoap({ function: name, args }, here, token);

function envelope(content: string): string {
  const names = `xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="https://a.example/m/webservice/soap/server.php" xmlns:ns2="http://xml.apache.org/xml-soap" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope ${names}><SOAP-ENV:Body>${content}</SOAP-ENV:Body></SOAP-ENV:Envelope>\n`;
}
const returned = (element: string) => envelope(`<ns1:core_xResponse>${element}</ns1:core_xResponse>`);
const decode = (body: string, status = 200) =>
  decodeSoap(response(body, { status, headers: { 'content-type': 'text/xml; charset=utf-8' } }));

/** JSON has no negative zero, and neither has what is read as an integer. */
const withoutNegativeZero = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

describe('encodeSoap', () => {
  it('says the type of every value, and the token in the address only', () => {
    const encoded = encode({
      id: 2,
      list: [],
      deep: [{ 'a b': null, yes: true, half: 0.5 }],
      text: 'a<&>"ü',
      none: null,
    });
    if (encoded.kind !== 'request') throw new Error(encoded.kind);
    expect(JSON.stringify(encoded)).not.toContain('0123456789abcdef');
    const written = writeRequest(encoded.request);
    if (written.kind !== 'written') throw new Error(written.kind);
    expect(written.url).toBe('https://a.example/m/webservice/soap/server.php?wstoken=0123456789abcdef');
    const body = String(written.body);
    expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\s*<env:Envelope /);
    expect(/<call:core_x [^>]*>(.*)<\/call:core_x>/s.exec(body)?.[1]).toBe(
      '<id xsi:type="xsd:long">2</id>' +
        '<list xsi:type="enc:Array" enc:arrayType="xsd:anyType[0]"/>' +
        '<deep xsi:type="enc:Array" enc:arrayType="xsd:anyType[1]"><item xsi:type="map:Map">' +
        '<item><key xsi:type="xsd:string">a b</key><value xsi:nil="true"/></item>' +
        '<item><key xsi:type="xsd:string">yes</key><value xsi:type="xsd:boolean">true</value></item>' +
        '<item><key xsi:type="xsd:string">half</key><value xsi:type="xsd:double">0.5</value></item>' +
        '</item></deep>' +
        '<text xsi:type="xsd:string">a&lt;&amp;&gt;&quot;ü</text><none xsi:nil="true"/>',
    );
  });

  it('keeps line ends and white space', () => {
    const encoded = encode({ a: ' x\r\n\t' });
    expect(encoded.kind === 'request' && encoded.request.body).toMatchObject({
      text: expect.stringContaining('> x&#13;\n\t</a>') as string,
    });
  });

  it('says what its answers say, as deep as arguments go', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const json = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        scalar,
        fc.array(tie('json')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('json'), { minKeys: 1 }),
      ),
    })).json;
    const echoed = (value: Json) => {
      const encoded = encode({ value });
      if (encoded.kind !== 'request' || encoded.request.body.kind !== 'text') return encoded;
      return decode(encoded.request.body.text.replaceAll('call:core_x', 'call:core_xResponse'));
    };
    fc.assert(
      fc.property(json, (value) => {
        const outcome = echoed(value);
        if (outcome.kind !== 'unsendable')
          expect(outcome).toEqual({ kind: 'value', value: withoutNegativeZero(value), warnings: [] });
      }),
    );
    const deep = JSON.parse('{"a":['.repeat(31) + '1' + ']}'.repeat(31)) as Json;
    expect(echoed(deep)).toMatchObject({ kind: 'value', value: deep });
  });

  it.each<[Json, object]>([
    [null, { reason: 'not-an-object' }],
    [{ 'a b': 1 }, { reason: 'key', path: 'a b' }],
    [{ '<x>': 1 }, { reason: 'key' }],
    [{ a: { '\u0001': 1 } }, { reason: 'key' }],
    [{ a: ['x\u0000'] }, { reason: 'broken-text', path: 'a[0]' }],
    [{ a: 2 ** 53 }, { reason: 'unsafe-number' }],
  ])('refuses %j', (args, expected) => {
    expect(encode(args)).toMatchObject({ kind: 'unsendable', ...expected });
  });

  it('refuses the token of another site, none, and a name that is none', () => {
    const call = { function: 'core_x', args: {} };
    expect(encodeSoap(call, site('https://b.example'), token)).toMatchObject({ kind: 'wrong-site' });
    expect(encodeSoap(call, here, new Secret('', here))).toEqual({ kind: 'no-token' });
    expect(encode({}, 'x><y')).toMatchObject({ reason: 'function-name' });
  });
});

describe('decodeSoap', () => {
  const item = (key: string, value: string) => `<item><key xsi:type="xsd:string">${key}</key>${value}</item>`;
  const map = (name: string, ...items: string[]) => `<${name} xsi:type="ns2:Map">${items.join('')}</${name}>`;

  it.each<[string, string, Json]>([
    ['a text', '<return xsi:type="xsd:string"> 1 &lt;b&gt;\n</return>', ' 1 <b>\n'],
    ['an empty text', '<return xsi:type="xsd:string"></return>', ''],
    ['a number', '<return xsi:type="xsd:int">-7</return>', -7],
    ['a fraction', '<return xsi:type="xsd:double">1.5E+3</return>', 1500],
    ['no number that JSON has', '<return xsi:type="xsd:float">INF</return>', 'INF'],
    ['true', '<return xsi:type="xsd:boolean">true</return>', true],
    ['false', '<return xsi:type="xsd:boolean">0</return>', false],
    ['null', '<return xsi:nil="true"/>', null],
    ['nothing', '', null],
    ['an empty list', '<return SOAP-ENC:arrayType="xsd:ur-type[0]" xsi:type="SOAP-ENC:Array"/>', []],
    [
      'a list',
      '<return xsi:type="SOAP-ENC:Array"><item xsi:type="xsd:int">1</item><item xsi:nil="1"/></return>',
      [1, null],
    ],
    [
      'a map',
      map('return', item('id', '<value xsi:type="xsd:int">2</value>'), item('x', '<value xsi:nil="true"/>')),
      { id: 2, x: null },
    ],
    [
      'maps in maps',
      map('return', item('a', map('value', item('b', '<value xsi:type="xsd:string">c</value>')))),
      { a: { b: 'c' } },
    ],
    [
      'a structure of the WSDL',
      '<return xsi:type="ns1:webservices_struct_class_000001"><id xsi:type="xsd:int">1</id><name xsi:type="xsd:string"/></return>',
      { id: 1, name: '' },
    ],
    ['an empty structure', '<return xsi:type="SOAP-ENC:Struct"/>', {}],
  ])('reads %s', (_, element, value) => {
    expect(decode(returned(element))).toEqual({ kind: 'value', value, warnings: [] });
  });

  it('keeps warnings, and keys like __proto__ as plain data', () => {
    const warning = map('item', item('warningcode', '<value xsi:type="xsd:string">1</value>'));
    const list = `<value xsi:type="SOAP-ENC:Array">${warning}</value>`;
    expect(decode(returned(map('return', item('warnings', list))))).toMatchObject({ warnings: [{ warningcode: '1' }] });
    const polluted = decode(returned(map('return', item('__proto__', '<value xsi:type="xsd:int">1</value>'))));
    expect(polluted).toMatchObject({ kind: 'value' });
    expect(JSON.stringify(polluted)).toContain('__proto__');
  });

  it('tells a fault of the function with its code', () => {
    const fault =
      '<SOAP-ENV:Fault><faultcode>Receiver</faultcode><faultstring>Invalid parameter | ERRORCODE: invalidparameter</faultstring>' +
      '<faultactor>invalidparameter</faultactor><detail>id =&gt; no</detail></SOAP-ENV:Fault>';
    const expected = {
      kind: 'exception',
      exceptionClass: 'Receiver',
      errorcode: 'invalidparameter',
      message: 'Invalid parameter',
      debuginfo: 'id => no',
      format: 'soap',
    };
    expect(decode(envelope(fault), 500)).toEqual(expected);
    expect(decode(envelope(fault.replace(/<faultactor>.*/, '</SOAP-ENV:Fault>')), 500)).toEqual({
      ...expected,
      debuginfo: null,
    });
  });

  it('tells a fault before the function, which has no code', () => {
    const fault =
      '<SOAP-ENV:Fault><faultcode>MOODLE:error</faultcode><faultstring>Invalid token</faultstring></SOAP-ENV:Fault>';
    expect(decode(envelope(fault))).toMatchObject({
      exceptionClass: 'MOODLE:error',
      errorcode: '',
      message: 'Invalid token',
    });
  });

  it('bears any damage', () => {
    const whole = returned(map('return', item('id', '<value xsi:type="xsd:int">2</value>')));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.string(), (at, length, text) => {
        const { kind } = decode(whole.slice(0, at) + text + whole.slice(at + length));
        expect(['value', 'invalid-soap', 'exception', 'html']).toContain(kind);
      }),
    );
  });

  it.each<[string, string, number, object]>([
    ['a description', '<?xml version="1.0"?>\n<definitions xmlns="x"', 200, { kind: 'invalid-soap', reason: 'wsdl' }],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', 200, { kind: 'invalid-soap', reason: 'doctype' }],
    ['broken XML', returned('<return>').slice(0, 400), 200, { kind: 'invalid-soap', reason: 'malformed' }],
    ['other XML', '<a/>', 200, { kind: 'invalid-soap', reason: 'other' }],
    ['an empty body', envelope(''), 200, { kind: 'invalid-soap', reason: 'other' }],
    ['a reference', returned('<return href="#ref1"/>'), 200, { kind: 'invalid-soap', reason: 'other' }],
    ['a page', '<!DOCTYPE html><title>x</title><input name="logintoken">', 200, { kind: 'html', page: 'login' }],
    ['an error of a proxy', 'Bad gateway', 502, { kind: 'http-status', status: 502 }],
    ['nothing', '', 500, { kind: 'empty', status: 500 }],
    ['a protocol that is off', '', 403, { kind: 'protocol-disabled' }],
    ['bottomless maps', returned('<item>'.repeat(5000)), 200, { kind: 'too-deep' }],
  ])('tells %s', (_, body, status, expected) => {
    expect(decode(body, status)).toMatchObject(expected);
  });
});
