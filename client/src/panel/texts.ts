import { l10n } from 'vscode';
import type { PanelTexts } from './messages.ts';
import type { OutcomeWords } from './outcomeView.ts';

/** The panel's words in the language of VS Code. */
export function panelTexts(): PanelTexts {
  return {
    ajax: l10n.t('ajax'),
    addSite: l10n.t('Add a Site'),
    answer: l10n.t('Answer'),
    arguments: l10n.t('Arguments (JSON)'),
    argumentsNotJson: l10n.t('Not valid JSON: {0}', '{0}'),
    argumentsNotObject: l10n.t('The arguments are one JSON object: a key for each parameter.'),
    cancel: l10n.t('Cancel'),
    cause: l10n.t('Why'),
    cure: l10n.t('What helps'),
    deprecated: l10n.t('deprecated'),
    function: l10n.t('Function'),
    functionPlaceholder: l10n.t('Search by name or description'),
    hidden: l10n.t('{0} more characters: open the answer as a document.', '{0}'),
    manageTrust: l10n.t('Manage Workspace Trust'),
    moreFunctions: l10n.t('{0} more: type to narrow the list', '{0}'),
    noFunction: l10n.t('No function of the index matches. The name is sent as you typed it.'),
    noSite: l10n.t('Calls go to a Moodle site that you add with its address and a token.'),
    noToken: l10n.t('This site has no token yet.'),
    openAnswer: l10n.t('Open as Document'),
    reset: l10n.t('Reset to Sample'),
    send: l10n.t('Send'),
    sending: l10n.t('Waiting for the answer of {0}…', '{0}'),
    setToken: l10n.t('Set Token'),
    site: l10n.t('Site'),
    unknownFunction: l10n.t('Not in the index: the name is sent as it is.'),
    untrusted: l10n.t('Calls are off while this workspace is in restricted mode. Indexing and editor help work.'),
    warnings: l10n.t('Warnings of the site'),
  };
}

export const outcomeWords: OutcomeWords = {
  answered: (status, items, milliseconds) => {
    const time = Math.round(milliseconds);
    if (items === null) return l10n.t('Answer {0}, {1} milliseconds', status, time);
    return l10n.t('Answer {0}, {1} items, {2} milliseconds', status, items, time);
  },
  failed: (code) => l10n.t('Call failed: {0}', code),
  cancelled: () => l10n.t('Call cancelled'),
};
