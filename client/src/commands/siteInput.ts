import { InputBoxValidationSeverity, l10n, window } from 'vscode';
import { parseWwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Wwwroot } from '../../../webservice/src/wire/wwwroot.ts';
import type { Site, Sites } from '../sites/sites.ts';

/** Asks for name and address; undefined when the user gives up. */
export async function askSite(title: string, known?: Site): Promise<Site | undefined> {
  const wwwroot = await askWwwroot(title, known?.wwwroot);
  if (wwwroot === undefined) return undefined;
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('What the site is called in lists'),
    value: known?.name ?? new URL(wwwroot).host,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Enter a name.') : undefined),
  });
  return name === undefined ? undefined : { name: name.trim(), wwwroot };
}

async function askWwwroot(title: string, value: string | undefined): Promise<Wwwroot | undefined> {
  const typed = await window.showInputBox({
    title,
    prompt: l10n.t('Address of the Moodle site'),
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

/** Asks for a token in a password field: the only place where one is ever typed. Undefined when the user gives up. */
export async function askTokenText(site: Site): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Token of {0}', site.name),
    prompt: l10n.t('Kept in the secret storage and sent to {0} only. Empty: no token.', site.wwwroot),
    password: true,
    ignoreFocusOut: true,
  });
}

/** Lets the user pick one of several sites; the only one is taken without asking. */
export async function pickSite(sites: Sites, placeHolder: string): Promise<Site | undefined> {
  const all = sites.list();
  if (all.length < 2) return all[0];
  const items = all.map((site) => ({ label: site.name, description: site.wwwroot, site }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.site;
}
