import type { MockRequest } from './http.ts';
import { parseMultipart, parseQuery } from './phpVariables.ts';
import type { Variable, Variables } from './phpVariables.ts';

/** `$_GET` and `$_POST`: of the body only forms are read, and only of a POST. */
export function received({ method, target, headers, body }: MockRequest): { query: Variables; form: Variables } {
  const question = target.indexOf('?');
  const query = parseQuery(question < 0 ? '' : target.slice(question + 1));
  const type = headers['content-type'] ?? '';
  const isPost = method === 'POST';
  if (isPost && /^\s*application\/x-www-form-urlencoded\b/i.test(type)) return { query, form: parseQuery(body) };
  const boundary = /^\s*multipart\/form-data\s*;.*\bboundary="?([^";,\s]+)/i.exec(type)?.[1];
  return {
    query,
    form: isPost && boundary !== undefined ? parseMultipart(body, boundary) : new Map<string, Variable>(),
  };
}
