/**
 * Globals that every host has (Node and browsers) but that the bare ECMAScript library of this room does not declare.
 * Only what is used is declared; the parser of undici and this one are the same WHATWG parser, so no address can mean
 * one thing when it is checked and another when it is called.
 */

interface ParsedUrl {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly href: string;
}

declare const URL: {
  new (url: string, base?: string): ParsedUrl;
  canParse(url: string, base?: string): boolean;
};
declare const btoa: (binary: string) => string;
declare const atob: (base64: string) => string;

/** Null for text that is no URL. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

/** Text as the bytes of its UTF-8 form, one character (0 to 255) per byte; lone surrogates as U+FFFD. */
export function utf8Bytes(text: string): string {
  const wellFormed = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * The text of which these are the UTF-8 bytes. Where they are no valid UTF-8, every byte beyond ASCII becomes half a
 * surrogate pair (0xDC00 + byte), which no valid text has.
 */
export function utf8Text(bytes: string): string {
  const hex = (char: string) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, hex));
  } catch {
    return bytes.replace(/[\x80-\xff]/g, (char) => String.fromCharCode(0xdc00 + char.charCodeAt(0)));
  }
}

/** Base64 of bytes as {@link utf8Bytes} gives them. */
export function base64(bytes: string): string {
  return btoa(bytes);
}

/** The bytes of Base64; null where it is none. */
export function unbase64(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}
