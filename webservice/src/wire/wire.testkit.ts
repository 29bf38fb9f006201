import type { HttpResponse } from './http.ts';
import { parseWwwroot } from './wwwroot.ts';
import type { Wwwroot } from './wwwroot.ts';

export function site(url: string): Wwwroot {
  const parsed = parseWwwroot(url);
  if (parsed.kind !== 'wwwroot') throw new Error(parsed.message);
  return parsed.wwwroot;
}

export function response(body: string, more: Partial<HttpResponse> = {}): HttpResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body,
    content: Uint8Array.from(body, (char) => char.charCodeAt(0)),
    url: 'https://a.example/webservice/rest/server.php',
    ...more,
  };
}
