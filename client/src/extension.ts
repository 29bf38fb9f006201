import { Uri, commands, env, window, workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { ExternalFunction } from '../../webservice/src/schema/function.ts';
import type { FunctionBrief, FunctionPlaces } from '../../server/src/protocol/requests.ts';
import {
  functionMethod,
  functionsMethod,
  placesMethod,
  runCommand,
  showFileCommand,
} from '../../server/src/protocol/requests.ts';
import { askSite, sendCall } from './call.ts';
import { addSite } from './commands/addSite.ts';
import { addUser, testConnection } from './commands/addUser.ts';
import { confirmWrite } from './commands/confirmWrite.ts';
import { editSite } from './commands/editSite.ts';
import { MockSiteCommands } from './commands/mockSite.ts';
import { AnswerDocuments } from './commands/openAnswer.ts';
import { newFunction } from './commands/newFunction.ts';
import { ArgumentsDocuments } from './commands/openArguments.ts';
import { removeSite, removeUser } from './commands/removeSite.ts';
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
import { SiteInfos } from './sites/siteInfo.ts';
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
  const infos = new SiteInfos(context.globalState);
  const services: SiteServices = {
    sites,
    tokens,
    infos,
    onChange: () => model.refreshSites(),
    test: () => model.testConnection(),
  };
  const functions = (uri?: string) => host.request<FunctionBrief[]>(functionsMethod, { uri }).catch(() => []);
  const functionNamed = (name: string, uri?: string) =>
    host.request<ExternalFunction | null>(functionMethod, { name, uri }).catch(() => null);
  const places = (name: string) => host.request<FunctionPlaces | null>(placesMethod, { name }).catch(() => null);
  const model = new PanelModel({
    sites,
    tokens,
    infos,
    remote: env.remoteName ?? null,
    drafts: new Drafts(context.workspaceState),
    isTrusted: () => workspace.isTrusted,
    functions,
    function: functionNamed,
    askToken: (site, user) => setToken(services, { site, user }),
    askSite,
    confirmWrite,
    call: (call, known, site, token, signal) => sendCall(call, known, { site, token, signal, places }),
    onChange: (state) => {
      panel.update(state);
      argumentsDocuments.update();
    },
  });
  const panel = new PanelProvider(context.extensionUri, model, log);
  const answers = new AnswerDocuments();
  const mock = new MockSiteCommands({
    services,
    workspace: context.workspaceState,
    functions: { names: async () => (await functions()).map(({ name }) => name), find: functionNamed },
    onState: (state) => {
      model.setMock(state);
    },
    onBug: (error) => {
      log.error('The mock site failed.', error instanceof Error ? (error.stack ?? '') : '');
    },
  });
  const argumentsDocuments = new ArgumentsDocuments(model);

  context.subscriptions.push(
    log,
    host,
    panel,
    answers,
    argumentsDocuments,
    mock,
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
    commands.registerCommand(showFileCommand, (uri: string) => window.showTextDocument(Uri.parse(uri))),
    commands.registerCommand('moodleWs.send', () => panel.send()),
    commands.registerCommand('moodleWs.cancel', () => {
      model.cancel();
    }),
    commands.registerCommand('moodleWs.addSite', () => addSite(services)),
    commands.registerCommand('moodleWs.addUser', () => addUser(services)),
    commands.registerCommand('moodleWs.removeUser', () => removeUser(services)),
    commands.registerCommand('moodleWs.testConnection', () => testConnection(services)),
    commands.registerCommand('moodleWs.editSite', () => editSite(services)),
    commands.registerCommand('moodleWs.removeSite', () => removeSite(services)),
    commands.registerCommand('moodleWs.selectSite', () => selectSite(services)),
    commands.registerCommand('moodleWs.setToken', () => setToken(services)),
    commands.registerCommand('moodleWs.startMockSite', () => mock.start()),
    commands.registerCommand('moodleWs.stopMockSite', () => mock.stop()),
    commands.registerCommand('moodleWs.openArguments', () => argumentsDocuments.open()),
    commands.registerCommand('moodleWs.openAnswer', () => {
      const answer = model.lastAnswer;
      return answer && answers.open(answer.name, answer.document);
    }),
    commands.registerCommand('moodleWs.newFunction', () => newFunction(host)),
    commands.registerCommand('moodleWs.restartServer', () => host.restart()),
    commands.registerCommand('moodleWs.showLog', () => {
      log.show();
    }),
  );
  void setContext('hasSite', sites.list().length > 0);
  void mock.clean();
  setImmediate(() => void host.restart());
}

/** Ends the server; VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
