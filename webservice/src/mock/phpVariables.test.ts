import { describe, expect, it } from 'vitest';
import { parseMultipart, parseQuery, variableToJson } from './phpVariables.ts';

const read = (query: string) => variableToJson(parseQuery(query));

describe('parseQuery reads as PHP does', () => {
  it.each<[string, unknown]>([
    ['a=1&b=x+y%20z&c', { a: '1', b: 'x y z', c: '' }],
    ['a=1&a=2', { a: '2' }],
    ['a[]=1&a[]=2', { a: ['1', '2'] }],
    ['a[0][k]=v&a[1][k]=w', { a: [{ k: 'v' }, { k: 'w' }] }],
    ['a[5]=1&a[]=2&a[x]=3', { a: { 5: '1', 6: '2', x: '3' } }],
    ['a=1&a[b]=2', { a: { b: '2' } }],
    ['a[b]=2&a=1', { a: '1' }],
    ['a.b=1&c d=2&%20e=3', { a_b: '1', c_d: '2', e: '3' }],
    ['a[b]c=1', { a: { b: '1' } }],
    ['a[b=1', { a_b: '1' }],
    ['[a]=1&=2&[=3', {}],
    ['a%00b=1', { a: '1' }],
    ['a[ ]=1&a[ b]=2', { a: { 0: '1', ' b': '2' } }],
    ['a=%C3%BC&b=ü=', { a: 'ü', b: 'ü=' }],
    ['__proto__[x]=1', JSON.parse('{"__proto__":{"x":"1"}}')],
  ])('%s', (query, expected) => {
    const bytes = Buffer.from(query, 'utf8').toString('latin1');
    expect(JSON.stringify(read(bytes))).toBe(JSON.stringify(expected));
  });

  it('keeps what is no UTF-8 apart from all valid text', () => {
    expect(read('a=%FF')).toEqual({ a: '\udcff' });
  });

  it('drops what is nested too deep and what is too much', () => {
    expect(read(`a${'[b]'.repeat(64)}=1&c${'[b]'.repeat(65)}=1`)).toHaveProperty('a');
    expect(read(`a${'[b]'.repeat(65)}=1`)).toEqual({});
    const many = read(Array.from({ length: 100_000 }, (_, i) => `a[]=${i}`).join('&')) as { a: string[] };
    expect(many.a).toHaveLength(1000);
  });
});

describe('parseMultipart', () => {
  it('reads the fields and leaves the files', () => {
    const part = (head: string, body: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const bytes = `${part('name="a[b]"', '1\r\n2')}${part('name="f"; filename="f.txt"', 'no')}--x--\r\n`;
    expect(variableToJson(parseMultipart(bytes, 'x'))).toEqual({ a: { b: '1\r\n2' } });
  });
});
