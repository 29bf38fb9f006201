import { base64, utf8Bytes } from './globals.ts';
import { isBelow } from './wwwroot.ts';
import type { Wwwroot } from './wwwroot.ts';

const placeholder = '[secret]';
/** Shorter texts occur by chance; replacing them would only damage what they are found in. */
const minRedacted = 6;

/** What Node's console and debugger ask an object for; a plain symbol, so that nothing of Node is imported. */
const inspect: unique symbol = Symbol.for('nodejs.util.inspect.custom');

/**
 * A token (or password) that cannot be printed: as text, as JSON, in a log and in the debugger's console it is
 * `[secret]`. It belongs to one wwwroot (origin and path, never the name of a site) and is revealed for nothing else.
 */
export class Secret {
  readonly #value: string;
  readonly wwwroot: Wwwroot;

  constructor(value: string, wwwroot: Wwwroot) {
    this.#value = value.trim();
    this.wwwroot = wwwroot;
  }

  get isEmpty(): boolean {
    return this.#value === '';
  }

  /** The text itself, for a URL at or below the secret's wwwroot; null for any other. Only where a body is built. */
  reveal(url: string): string | null {
    return isBelow(url, this.wwwroot) ? this.#value : null;
  }

  /**
   * A text without this secret. A method of the secret itself: the editor's bundle and the one that sends each have a
   * copy of this class, and one copy cannot read what another has made.
   */
  redactFrom(text: string): string {
    if (this.#value.length < minRedacted) return text;
    return forms(this.#value).reduce((rest, form) => rest.replace(form, placeholder), text);
  }

  toString(): string {
    return placeholder;
  }

  toJSON(): string {
    return placeholder;
  }

  [inspect](): string {
    return placeholder;
  }
}

/** A text without the given secrets, be they raw, URL-encoded, JSON-escaped or Base64 (also as a part of a longer one). */
export function redact(text: string, secrets: readonly Secret[]): string {
  return secrets.reduce((rest, secret) => secret.redactFrom(rest), text);
}

/** What matches a secret in every form in which it may stand in another text. */
function forms(raw: string): RegExp[] {
  const escaped = JSON.stringify(raw).slice(1, -1);
  const literal = [escaped, escaped.replaceAll('/', '\\/'), ...base64Forms(raw)].map((form) => escapeRegExp(form));
  return [new RegExp(Array.from(raw, charForms).join(''), 'gi'), ...literal.map((form) => new RegExp(form, 'g'))];
}

/** One character as it is or URL-encoded: encoders differ in the marks they leave alone and in the case of the digits. */
function charForms(char: string): string {
  const hex = Array.from(utf8Bytes(char), (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
  return `(?:${escapeRegExp(char)}|${hex}${char === ' ' ? '|\\+' : ''})`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Base64 of a text that begins at any byte of a longer one: the characters that depend on this text alone. */
function base64Forms(raw: string): string[] {
  const bytes = utf8Bytes(raw);
  const plain = [0, 1, 2].map((offset) => {
    const coded = base64('\0'.repeat(offset) + bytes).replace(/=+$/, '');
    return coded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  return plain.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
