import type { AjaxSession } from '../../webservice/src/wire/ajax.ts';
import { Secret } from '../../webservice/src/wire/secret.ts';
import { parseWwwroot } from '../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../webservice/src/wire/wwwroot.ts';

/** The variables of the environment that tell a site. They come together, so that no file can send a token elsewhere. */
export interface SiteEnvironment {
  readonly MOODLE_WS_URL?: string | undefined;
  readonly MOODLE_WS_TOKEN?: string | undefined;
  /** A login for AJAX: the header Cookie of a browser, and its sesskey. */
  readonly MOODLE_WS_COOKIE?: string | undefined;
  readonly MOODLE_WS_SESSKEY?: string | undefined;
}

export interface Site {
  readonly wwwroot: Wwwroot;
  /** Empty where the environment has none. */
  readonly token: Secret;
  /** Null where the environment has neither of its parts. */
  readonly session: AjaxSession | null;
  /** What to say beside an answer: the token may be read on its way. */
  readonly note: string | undefined;
}

/** The site of the environment, with what proves who calls. */
export function siteOf(environment: SiteEnvironment): { readonly site: Site } | { readonly failure: string } {
  const {
    MOODLE_WS_URL: url = '',
    MOODLE_WS_TOKEN: token,
    MOODLE_WS_COOKIE: cookie,
    MOODLE_WS_SESSKEY: sesskey,
  } = environment;
  const parsed = parseWwwroot(url);
  if (parsed.kind !== 'wwwroot') return { failure: `MOODLE_WS_URL tells no site. ${parsed.message}` };
  const { wwwroot, insecure } = parsed;
  const secret = (text = '') => new Secret(text, wwwroot);
  const session =
    cookie === undefined && sesskey === undefined ? null : { cookie: secret(cookie), sesskey: secret(sesskey) };
  const note = insecure ? `${wwwroot} is not encrypted: others may read the token on its way.` : undefined;
  return { site: { wwwroot, token: secret(token), session, note } };
}
