import { ProgressLocation, l10n, window } from 'vscode';
import { explain } from '../../../webservice/src/errors/explain.ts';
import { Secret } from '../../../webservice/src/wire/secret.ts';
import { parsePastedToken } from '../../../webservice/src/wire/token.ts';
import { callTimeout } from '../call.ts';
import type { Site } from '../sites/sites.ts';

/** A token that the user gave; never more than passed on to the secret storage. */
export interface GivenToken {
  token: Secret;
  /** Where it is known whose it is. */
  userName?: string;
}

/** Asks for a token, or for what a site gives one for. Undefined when the user gives up. */
export async function askToken(site: Site): Promise<GivenToken | undefined> {
  const paste = {
    label: l10n.t('Paste a token'),
    detail: l10n.t('Or a moodlemobile://token=… link, where single sign-on or a second factor leave no other way.'),
    ask: pasteToken,
  };
  const signIn = {
    label: l10n.t('Sign in with user name and password'),
    detail: l10n.t('The site gives a token for them (login/token.php). The password is not kept.'),
    ask: signInFor,
  };
  const title = tokenTitle(site);
  const placeHolder = l10n.t('How shall {0} be called?', site.name);
  const way = await window.showQuickPick([paste, signIn], { title, placeHolder, ignoreFocusOut: true });
  return way?.ask(site);
}

async function pasteToken(site: Site): Promise<GivenToken | undefined> {
  const text = await window.showInputBox({
    title: tokenTitle(site),
    prompt: l10n.t('Kept in the secret storage and sent to {0} only.', site.wwwroot),
    password: true,
    ignoreFocusOut: true,
    validateInput(typed) {
      const parsed = parsePastedToken(typed, site.wwwroot);
      return parsed.kind === 'token' || typed === '' ? undefined : parsed.message;
    },
  });
  const parsed = text === undefined ? undefined : parsePastedToken(text, site.wwwroot);
  return parsed?.kind === 'token' ? { token: parsed.token } : undefined;
}

/** A refusal is explained and the questions come again. */
async function signInFor(site: Site): Promise<GivenToken | undefined> {
  const title = l10n.t('Sign in to {0}', site.name);
  const ask = (prompt: string, value = '', password = false) =>
    window.showInputBox({ title, prompt, value, password, ignoreFocusOut: true });
  const username = (await ask(l10n.t('User name')))?.trim();
  const password = username && (await ask(l10n.t('Password, sent to {0} only and not kept', site.wwwroot), '', true));
  const service = password && (await ask(l10n.t('Short name of the external service'), 'moodle_mobile_app'))?.trim();
  if (!username || !password || !service) return undefined;
  const credentials = { username, password: new Secret(password, site.wwwroot), service };
  const { fetchToken } = await import('../../../webservice/src/transport/fetchToken.ts');
  const answer = await window.withProgress({ location: ProgressLocation.Notification, title }, () =>
    fetchToken({ ...credentials, wwwroot: site.wwwroot, timeoutMs: callTimeout() }),
  );
  if (answer.kind === 'token') return { token: answer.token, userName: username };
  const again = l10n.t('Try Again');
  const { title: what, cause, cure } = explain(answer);
  const chosen = await window.showErrorMessage(`${what}. ${cause} ${cure}`, again);
  return chosen === again ? askToken(site) : undefined;
}

function tokenTitle(site: Site): string {
  return l10n.t('Token of {0}', site.name);
}
