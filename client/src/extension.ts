import { commands, window, workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { ExternalFunction } from '../../webservice/src/schema/function.ts';
import type { FunctionBrief } from '../../server/src/protocol/requests.ts';
import { functionMethod, functionsMethod, runCommand } from '../../server/src/protocol/requests.ts';
import { sendCall } from './call.ts';
import { addSite } from './commands/addSite.ts';
import { editSite } from './commands/editSite.ts';
import { AnswerDocuments } from './commands/openAnswer.ts';
import { removeSite } from './commands/removeSite.ts';
import { run } from './commands/run.ts';
import { selectSite } from './commands/selectSite.ts';
import type { SiteServices } from './commands/services.ts';
import { setToken } from './commands/setToken.ts';
import { setContext } from './contextKeys.ts';
import { Drafts } from './panel/drafts.ts';
import { PanelModel } from './panel/model.ts';
import { PanelProvider, panelViewId } from './panel/provider.ts';
import { ServerHost } from './server/host.ts';
import { showStatus } from './server/statusItem.ts';
import { Sites } from './sites/sites.ts';
import { Tokens } from './sites/tokens.ts';

let server: ServerHost | undefined;

/** Puts the parts together. Nothing here waits: the server is started after activation. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Moodle WS', { log: true });
  const host = new ServerHost(context, log);
  server = host;
  const sites = new Sites(context.globalState, context.workspaceState);
  const tokens = new Tokens(context.secrets);
  const services: SiteServices = { sites, tokens, onChange: () => model.refreshSites() };
  const model = new PanelModel({
    sites,
    tokens,
    drafts: new Drafts(context.workspaceState),
    isTrusted: () => workspace.isTrusted,
    functions: (uri) => host.request<FunctionBrief[]>(functionsMethod, { uri }).catch(() => []),
    function: (name, uri) => host.request<ExternalFunction | null>(functionMethod, { name, uri }).catch(() => null),
    askToken: (site) => setToken(services, site),
    call: sendCall,
    onChange: (state) => {
      panel.update(state);
    },
  });
  const panel = new PanelProvider(context.extensionUri, model, log);
  const answers = new AnswerDocuments();

  context.subscriptions.push(
    log,
    host,
    panel,
    answers,
    showStatus(host),
    window.registerWebviewViewProvider(panelViewId, panel),
    context.secrets.onDidChange(() => model.refreshSites()),
    workspace.onDidGrantWorkspaceTrust(() => model.refreshSites()),
    host.onDidChange(({ life, status }) => {
      const functions = life === 'running' ? (status?.functions ?? 0) : 0;
      void setContext('hasFunctions', functions > 0);
      if (status) void model.refreshIndex();
    }),
    commands.registerCommand(runCommand, (argument: unknown) => run(model, panel, argument)),
    commands.registerCommand('moodleWs.send', () => panel.send()),
    commands.registerCommand('moodleWs.cancel', () => {
      model.cancel();
    }),
    commands.registerCommand('moodleWs.addSite', () => addSite(services)),
    commands.registerCommand('moodleWs.editSite', () => editSite(services)),
    commands.registerCommand('moodleWs.removeSite', () => removeSite(services)),
    commands.registerCommand('moodleWs.selectSite', () => selectSite(services)),
    commands.registerCommand('moodleWs.setToken', () => setToken(services)),
    commands.registerCommand('moodleWs.openAnswer', () => {
      const answer = model.lastAnswer;
      return answer && answers.open(answer.name, answer.text);
    }),
    commands.registerCommand('moodleWs.restartServer', () => host.restart()),
    commands.registerCommand('moodleWs.showLog', () => {
      log.show();
    }),
  );
  void setContext('hasSite', sites.list().length > 0);
  setImmediate(() => void host.restart());
}

/** Ends the server; VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
