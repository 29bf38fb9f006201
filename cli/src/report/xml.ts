import XmlBuilder from 'fast-xml-builder';
import { printable } from '../style.ts';

/** An element: attributes by `@name`, elements by name. */
export type Element = Readonly<Record<string, string | number | readonly Element[]>>;

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
});

export const xml = (root: Record<string, Element>): string =>
  builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root });

/** A text without what XML cannot hold. */
export const xmlText = (text: string): string => printable(text, 2000).replace(/[\ufffe\uffff]|[\ud800-\udfff]/gu, '�');
