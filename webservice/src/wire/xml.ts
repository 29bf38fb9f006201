import sax from 'sax';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** By name without prefix. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** What stands directly in it, together. */
  text: string;
}

export type ParsedXml = { kind: 'xml'; root: XmlElement } | { kind: 'doctype' | 'malformed' | 'too-deep' };

/** Stops the parser. */
class Stop extends Error {
  constructor(readonly kind: 'doctype' | 'malformed' | 'too-deep') {
    super(kind);
  }
}

/**
 * Parses a document of at most `maxNesting` levels, without recursion. One with a document type is refused: only there can
 * entities be declared that grow, or that name files.
 */
export function parseXml(text: string, maxNesting: number): ParsedXml {
  const document: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  const parser = sax.parser(true, { xmlns: true, strictEntities: true, position: false });
  parser.onopentag = ({ local, attributes }) => {
    if (open.length > maxNesting) throw new Stop('too-deep');
    const named = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
    const element: XmlElement = { name: local, attributes: new Map(named), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = parser.oncdata = (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.ondoctype = () => {
    throw new Stop('doctype');
  };
  parser.onerror = () => {
    throw new Stop('malformed');
  };
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stop) return { kind: error.kind };
    throw error;
  }
  const [root, second] = document.children;
  return root === undefined || second !== undefined ? { kind: 'malformed' } : { kind: 'xml', root };
}
