import { Uri, l10n, window, workspace } from 'vscode';
import type {
  NewFunctionParams,
  NewFunctionPlace,
  NewFunctionPlaceParams,
  NewFunctionResult,
} from '../../../server/src/protocol/requests.ts';
import { newFunctionMethod, newFunctionPlaceMethod } from '../../../server/src/protocol/requests.ts';

/** What the wizard needs of the language server. */
export interface NewFunctionServer {
  request<Result>(method: string, params: unknown): Promise<Result>;
  /** Makes an edit of the language server, as one step that can be undone. */
  applyEdit(edit: object): Promise<boolean>;
}

/** Asks what a new external function is to be, makes all its parts in one edit, and opens its class. */
export async function newFunction(server: NewFunctionServer): Promise<void> {
  const uri = (window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri)?.toString();
  const params: NewFunctionPlaceParams | undefined = uri === undefined ? undefined : { uri };
  const place = params && (await server.request<NewFunctionPlace | null>(newFunctionPlaceMethod, params));
  if (!params || !place) {
    void window.showWarningMessage(l10n.t('Open a file of the plugin that the function is to be part of.'));
    return;
  }
  const wanted = await ask(place);
  if (!wanted) return;
  const result = await server.request<NewFunctionResult>(newFunctionMethod, { ...params, ...wanted });
  if ('failure' in result) {
    void window.showErrorMessage(result.failure);
    return;
  }
  if (await server.applyEdit(result.edit)) await window.showTextDocument(Uri.parse(result.uri));
}

/** Undefined when the user gives up. */
async function ask(place: NewFunctionPlace): Promise<Omit<NewFunctionParams, 'uri'> | undefined> {
  const title = l10n.t('New external function of {0}', place.component);
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('Its name without {0}: a verb and what it is about', `${place.component}_`),
    placeHolder: 'get_orders',
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '' || /^[a-z][a-z0-9]*(_[a-z0-9]+)*_?$/.test(text)
        ? undefined
        : l10n.t('Lower-case words with _ between them.'),
  });
  if (name === undefined || name === '') return undefined;
  const reads = /^(get|list|search|view|count|find|fetch|has|is|can|check)_/.test(name);
  const types = [
    { label: 'read', description: l10n.t('It changes nothing.'), type: 'read' as const },
    { label: 'write', description: l10n.t('It changes something.'), type: 'write' as const },
  ];
  const type = await window.showQuickPick(reads ? types : types.toReversed(), { title, ignoreFocusOut: true });
  if (!type) return undefined;
  const ajax = await window.showQuickPick(
    [
      { label: l10n.t('The browser may call it'), ajax: true },
      { label: l10n.t('Only other systems call it'), ajax: false },
    ],
    { title, ignoreFocusOut: true },
  );
  if (!ajax) return undefined;
  const capability = await askCapability(place, title);
  return capability === undefined ? undefined : { name, type: type.type, ajax: ajax.ajax, capability };
}

async function askCapability(
  { component, capabilities }: NewFunctionPlace,
  title: string,
): Promise<string | undefined> {
  const other = { label: l10n.t('Another capability…'), capability: undefined };
  const chosen = await window.showQuickPick(
    [
      ...capabilities.map((capability) => ({ label: capability, capability })),
      other,
      { label: l10n.t('No capability'), capability: '' },
    ],
    { title, placeHolder: l10n.t('The capability that callers need'), ignoreFocusOut: true },
  );
  if (!chosen) return undefined;
  if (chosen.capability !== undefined) return chosen.capability;
  return window.showInputBox({
    title,
    prompt: l10n.t('One of the plugin that is not there is added to db/access.php and to the language file.'),
    value: `${component.replace('_', '/')}:`,
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^[a-z]+\/\w+:\w+$/.test(text) ? undefined : l10n.t('Like {0}', 'mod/forum:viewdiscussion'),
  });
}
