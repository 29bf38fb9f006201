import { quoted } from '../../edits/style.ts';
import { fieldFlag } from '../../index/entry.ts';
import { serviceRule } from '../entryRules.ts';
import type { EntrySubject } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceShortnameMissing = serviceRule(
  { id: 'service-shortname-missing', defaultSeverity: 'hint', fixes: 'fix' },
  function* (entry) {
    if (!entry.lacks('shortname')) return;
    const { name } = entry.component;
    // One service can have the plugin's name; others need one of their own.
    const isFree = !entry.snapshot.services.some(({ shortname }) => shortname === name);
    const isNeeded = fieldFlag(entry.entry, 'restrictedusers', false) || asksForTokens(entry);
    yield {
      ...entry.name,
      ...(isNeeded ? { severity: 'warning' as const } : {}),
      message: l10n.t('shortname is missing: clients ask for tokens by it, and other plugins add functions by it.'),
      fix: isFree ? entry.insert('shortname', quoted(name), 'functions') : undefined,
    };
  },
);

/** Whether the plugin tells people to ask for a token. */
const asksForTokens = ({ snapshot, component: { directory } }: EntrySubject): boolean =>
  snapshot
    .listing(directory)
    .some(
      (name) =>
        /^readme/i.test(name) && snapshot.file(`${directory}/${name}`)?.text.includes('login/token.php') === true,
    );
