import type { HttpRequest } from './http.ts';
import type { WrongSite } from './outcome.ts';

/**
 * The body of a request as text: the one place where a secret is revealed. A secret of another site than the one the
 * request goes to is refused, however the request came about.
 */
export function formBody(request: HttpRequest): { kind: 'body'; text: string } | WrongSite {
  const parts: string[] = [];
  for (const [name, value] of request.body.fields) {
    const text = typeof value === 'string' ? value : value.reveal(request.url);
    if (text === null) {
      return { kind: 'wrong-site', wwwroot: typeof value === 'string' ? '' : value.wwwroot, url: request.url };
    }
    parts.push(`${formEncode(name)}=${formEncode(text)}`);
  }
  return { kind: 'body', text: parts.join('&') };
}

/** application/x-www-form-urlencoded; the text must be well-formed UTF-16. */
function formEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
