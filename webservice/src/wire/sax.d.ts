/**
 * The parts of sax that this room uses. The types that others publish for it need those of Node, which this room must not
 * know.
 */
declare module 'sax' {
  interface Attribute {
    local: string;
    uri: string;
    value: string;
  }
  interface Tag {
    local: string;
    uri: string;
    attributes: Record<string, Attribute>;
  }
  interface Parser {
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: () => void;
    onerror: (error: Error) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: true, options: { xmlns: true; strictEntities: true; position: false }): Parser };
  export = sax;
}
