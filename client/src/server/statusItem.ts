import { Disposable, LanguageStatusSeverity, l10n, languages, workspace } from 'vscode';
import type { Command } from 'vscode';
import type { ServerHost, ServerState } from './host.ts';
import { documentSelector } from './selector.ts';

interface StatusView {
  text: string;
  detail?: string;
  busy?: boolean;
  severity?: LanguageStatusSeverity;
}

/** Shows beside the language in the status bar what the server is doing and which index answers. */
export function showStatus(server: ServerHost): Disposable {
  const selector = () => documentSelector(workspace.getConfiguration('moodleWs').get('languages'));
  const item = languages.createLanguageStatusItem('moodleWs.server', selector());
  item.name = 'Moodle WS';
  const update = (state: ServerState): void => {
    const { text, detail, busy, severity } = view(state);
    item.selector = selector();
    item.text = text;
    item.detail = detail ?? '';
    item.busy = busy ?? false;
    item.severity = severity ?? LanguageStatusSeverity.Information;
    item.command = command(state);
  };
  update(server.state);
  return Disposable.from(server.onDidChange(update), item);
}

function view({ life, status }: ServerState): StatusView {
  if (life === 'crashed') {
    return {
      text: l10n.t('Moodle WS: server ended'),
      detail: l10n.t('It is being started again.'),
      severity: LanguageStatusSeverity.Error,
    };
  }
  if (life === 'stopped') {
    return { text: l10n.t('Moodle WS: server stopped'), severity: LanguageStatusSeverity.Warning };
  }
  switch (status?.state) {
    case undefined:
      return { text: l10n.t('Moodle WS: starting'), busy: true };
    case 'none':
      return {
        text: l10n.t('Moodle WS: no Moodle code'),
        detail: l10n.t('Nothing in this workspace is indexed. The setting moodleWs.moodlePath names a tree elsewhere.'),
      };
    case 'indexing':
      return { text: l10n.t('Moodle WS: indexing, {0} functions', status.functions), busy: true };
    case 'ready':
      return {
        text: l10n.t('Moodle WS: {0} functions', status.functions),
        detail: status.indexes.map((index) => `${index.label}: ${index.functions}`).join(' · '),
      };
  }
}

function command({ life }: ServerState): Command {
  return life === 'running'
    ? { title: l10n.t('Show Log'), command: 'moodleWs.showLog' }
    : { title: l10n.t('Restart Server'), command: 'moodleWs.restartServer' };
}
