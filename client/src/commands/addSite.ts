import { l10n } from 'vscode';
import { askSite, askTokenText } from './siteInput.ts';
import type { SiteServices } from './services.ts';

/** Address, name, token; the new site becomes the selected one. */
export async function addSite({ sites, tokens, onChange }: SiteServices): Promise<void> {
  const site = await askSite(l10n.t('Add a Moodle site'));
  if (!site) return;
  await sites.put(site);
  await sites.select(site.wwwroot);
  await onChange();
  const token = await askTokenText(site);
  if (token === undefined || token.trim() === '') return;
  await tokens.set(site.wwwroot, token);
  await onChange();
}
