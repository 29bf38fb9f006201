import { l10n, window } from 'vscode';
import type { Site } from '../sites/sites.ts';

/** Asks before functions that write are called on a production site; the panel asks once per function and window. */
export async function confirmWrite(site: Site, functions: readonly string[]): Promise<boolean> {
  const send = l10n.t('Send to {0}', site.name);
  const question = l10n.t('{0} is a production site, and this call may change its data.', site.name);
  const detail = `${functions.join('\n')}\n\n${site.wwwroot}`;
  return (await window.showWarningMessage(question, { modal: true, detail }, send)) === send;
}
