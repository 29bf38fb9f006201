import { InputBoxValidationSeverity, env, l10n, window } from 'vscode';
import { parseWwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Selection, Site, Sites } from '../sites/sites.ts';

/** Asks for address, name and kind; undefined when the user gives up. */
export async function askSite(title: string, known?: Site): Promise<Omit<Site, 'users'> | undefined> {
  const wwwroot = await askWwwroot(title, known?.wwwroot);
  if (wwwroot === undefined) return undefined;
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('What the site is called in lists'),
    value: known?.name ?? new URL(wwwroot).host,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Enter a name.') : undefined),
  });
  if (name === undefined) return undefined;
  const production = await askProduction(title, known?.production ?? false);
  return production === undefined ? undefined : { name: name.trim(), wwwroot, production };
}

async function askWwwroot(title: string, value: string | undefined): Promise<Wwwroot | undefined> {
  const remote = env.remoteName === undefined ? '' : ` ${l10n.t('"localhost" is the machine of this workspace.')}`;
  const typed = await window.showInputBox({
    title,
    prompt: l10n.t('Address of the Moodle site.') + remote,
    placeHolder: 'https://moodle.example.org',
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput(text) {
      const parsed = parseWwwroot(text);
      if (parsed.kind === 'invalid-wwwroot') return text === '' ? undefined : parsed.message;
      if (!parsed.insecure) return undefined;
      const message = l10n.t('The token would travel unencrypted: prefer https.');
      return { message, severity: InputBoxValidationSeverity.Warning };
    },
  });
  if (typed === undefined) return undefined;
  const parsed = parseWwwroot(typed);
  return parsed.kind === 'wwwroot' ? parsed.wwwroot : undefined;
}

async function askProduction(title: string, known: boolean): Promise<boolean | undefined> {
  const test = { label: l10n.t('Test or development site'), production: false };
  const production = {
    label: l10n.t('Production site'),
    description: l10n.t('asks before a function writes'),
    production: true,
  };
  const items = known ? [production, test] : [test, production];
  const placeHolder = l10n.t('What kind of site is it?');
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.production;
}

/** Lets the user pick one of several sites; the only one is taken without asking. */
export async function pickSite(sites: Sites, placeHolder: string): Promise<Site | undefined> {
  const all = sites.list();
  if (all.length < 2) return all[0];
  const items = all.map((site) => ({ label: site.name, description: site.wwwroot, site }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.site;
}

/** Lets the user pick a site together with one of its users. */
export async function pickUser(sites: Sites, placeHolder: string): Promise<Selection | undefined> {
  const selected = sites.selected();
  const all = sites.list().flatMap((site): Selection[] => {
    return site.users.length === 0 ? [{ site, user: undefined }] : site.users.map((user) => ({ site, user }));
  });
  const items = all.map(({ site, user }) => ({
    label: user ? l10n.t('{0} as {1}', site.name, user.name) : site.name,
    description: site.wwwroot,
    ...(site.wwwroot === selected?.site.wwwroot && user?.id === selected.user?.id && { detail: l10n.t('Selected') }),
    site,
    user,
  }));
  return window.showQuickPick(items, { placeHolder, matchOnDescription: true });
}
