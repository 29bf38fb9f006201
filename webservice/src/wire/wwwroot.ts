import { parseUrl } from './globals.ts';

declare const brand: unique symbol;

/**
 * The address of a site as Moodle's `$CFG->wwwroot` has it: origin and path, no slash at the end, no query.
 * Only {@link parseWwwroot} makes one, so two that are the same site are the same text.
 */
export type Wwwroot = string & { readonly [brand]: true };

export interface ValidWwwroot {
  kind: 'wwwroot';
  wwwroot: Wwwroot;
  /** True where a token would travel unencrypted to another machine. */
  insecure: boolean;
}

export interface InvalidWwwroot {
  kind: 'invalid-wwwroot';
  reason: 'empty' | 'no-scheme' | 'scheme' | 'credentials' | 'query' | 'malformed';
  /** Plain text; repeats nothing of a password or a query. */
  message: string;
}

/** Pages of Moodle that people copy from the address bar; what stands before them is the wwwroot. */
const knownPages = [
  'webservice(/[a-z]+)?/[a-z]+\\.php',
  'webservice/rest',
  'login(/[a-z_]+\\.php)?',
  'my(/[a-z]+\\.php)?',
  'lib/ajax/service(-nologin)?\\.php',
  '(admin|calendar|course|message|user)/[a-z]+\\.php',
  'mod/[a-z]+/[a-z]+\\.php',
  'index\\.php',
];
const knownPage = new RegExp(`/(${knownPages.join('|')})/*$`);
const maxLength = 2000;
const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const messages: Readonly<Record<InvalidWwwroot['reason'], string>> = {
  empty: 'Enter the address of the site, for example https://moodle.example.org.',
  'no-scheme': 'Begin the address with https:// (or http://).',
  scheme: 'The address of a site begins with https:// or http://.',
  credentials: 'Leave user name and password out of the address: they would be stored and shown with it.',
  query: 'Leave out everything from the question mark on: the address of a site has no query.',
  malformed: 'This is not a valid address. It looks like https://moodle.example.org or https://example.org/moodle.',
};

/**
 * Makes a wwwroot of what users type or paste: white space, slashes at the end, the fragment and well-known pages of
 * Moodle (`/login/index.php`, `/my/`, `/webservice/rest/server.php`, …) with their query are removed.
 */
export function parseWwwroot(typed: string): ValidWwwroot | InvalidWwwroot {
  const text = typed.trim();
  if (text === '') return invalid('empty');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return invalid('no-scheme');
  if (text.length > maxLength) return invalid('malformed');
  if (scheme !== 'https' && scheme !== 'http') return invalid('scheme');
  const url = parseUrl(text);
  if (url === null) return invalid('malformed');
  if (url.username !== '' || url.password !== '') return invalid('credentials');
  const page = knownPage.exec(url.pathname);
  if (page === null && url.search !== '') return invalid('query');
  const path = url.pathname.slice(0, page?.index).replace(/\/+$/, '');
  return {
    kind: 'wwwroot',
    wwwroot: (url.origin + path) as Wwwroot,
    insecure: url.protocol === 'http:' && !loopback.test(url.hostname),
  };
}

/** True for a URL at or below a wwwroot: the only place that its token may be sent to. */
export function isBelow(url: string, wwwroot: Wwwroot): boolean {
  const parsed = parseUrl(url);
  if (parsed?.username !== '' || parsed.password !== '') return false;
  const address = parsed.origin + parsed.pathname;
  return address === wwwroot || address.startsWith(`${wwwroot}/`);
}

function invalid(reason: InvalidWwwroot['reason']): InvalidWwwroot {
  return { kind: 'invalid-wwwroot', reason, message: messages[reason] };
}
