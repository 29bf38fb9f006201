import { describe, expect, it } from 'vitest';
import { parseXml } from './xml.ts';

describe('parseXml', () => {
  it('reads elements, attributes and texts, without prefixes and comments', () => {
    const parsed = parseXml(
      '<?xml version="1.0"?>\n<p:a xmlns:p="u" p:c="1&amp;2"><e/>t&#252;<!-- no --><![CDATA[<d>]]></p:a>\n',
      2,
    );
    if (parsed.kind !== 'xml') throw new Error(parsed.kind);
    const { name, text, attributes, children } = parsed.root;
    expect([name, text, attributes.get('c'), children.map((child) => child.name)]).toEqual([
      'a',
      'tü<d>',
      '1&2',
      ['e'],
    ]);
  });

  const bomb = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "${'&x;'.repeat(50)}">]><a>&y;</a>`;
  it.each<[string, string, string]>([
    ['a bomb of entities', bomb, 'doctype'],
    ['a file of the machine', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['an entity that is not declared', '<a>&nbsp;</a>', 'malformed'],
    ['an element that is not closed', '<a><b></a>', 'malformed'],
    ['a document that is cut off', '<a><b>', 'malformed'],
    ['a prefix that is not declared', '<a><x:b/></a>', 'malformed'],
    ['text around it', 'Notice: x <a/>', 'malformed'],
    ['two roots', '<a/><b/>', 'malformed'],
    ['no XML', '{}', 'malformed'],
    ['nothing', '', 'malformed'],
  ])('refuses %s', (_, text, kind) => {
    expect(parseXml(text, 100)).toEqual({ kind });
  });

  it('refuses nesting beyond its limit without recursion', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(100), 100)).toMatchObject({ kind: 'xml' });
    expect(parseXml(nested(101), 100)).toEqual({ kind: 'too-deep' });
    expect(parseXml('<a>'.repeat(1_000_000), 100)).toEqual({ kind: 'too-deep' });
  });
});
