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

/** Null for text that is no URL. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

/** Text as the bytes of its UTF-8 form, one character (0 to 255) per byte; lone surrogates as U+FFFD. */
export function utf8Bytes(text: string): string {
  const wellFormed = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Base64 of bytes as {@link utf8Bytes} gives them. */
export function base64(bytes: string): string {
  return btoa(bytes);
}
