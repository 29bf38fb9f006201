import { oneLine } from '../../webservice/src/schema/markdown.ts';

/** How texts look on a terminal; each is the text itself where there are no colours. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
}

const wrap = (on: number, off: number) => (text: string) => `\x1b[${on}m${text}\x1b[${off}m`;
const plain = (text: string) => text;

export const styleOf = (colours: boolean): Style =>
  colours
    ? { bold: wrap(1, 22), dim: wrap(2, 22), red: wrap(31, 39), yellow: wrap(33, 39), blue: wrap(34, 39) }
    : { bold: plain, dim: plain, red: plain, yellow: plain, blue: plain };

/** A text from PHP source in one line, without characters that a terminal would obey. */
export const printable = (text: string, limit = 200): string => oneLine(text, limit);
