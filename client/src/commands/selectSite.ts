import { l10n, window } from 'vscode';
import type { SiteServices } from './services.ts';

/** Which site this workspace calls. */
export async function selectSite({ sites, onChange }: SiteServices): Promise<void> {
  const selected = sites.selected()?.wwwroot;
  const items = sites.list().map((site) => ({
    label: site.name,
    description: site.wwwroot,
    ...(site.wwwroot === selected && { detail: l10n.t('Selected') }),
    site,
  }));
  const placeHolder = l10n.t('Which site shall be called?');
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) return;
  await sites.select(picked.site.wwwroot);
  await onChange();
}
