import { l10n, window } from 'vscode';
import { pickSite } from './siteInput.ts';
import type { SiteServices } from './services.ts';

/** Removes a site and its token, after a question. */
export async function removeSite({ sites, tokens, onChange }: SiteServices): Promise<void> {
  const site = await pickSite(sites, l10n.t('Which site shall be removed?'));
  if (!site) return;
  const remove = l10n.t('Remove');
  const question = l10n.t('Remove {0} and its token?', site.name);
  if ((await window.showWarningMessage(question, { modal: true }, remove)) !== remove) return;
  await tokens.delete(site.wwwroot);
  await sites.remove(site.wwwroot);
  await onChange();
}
