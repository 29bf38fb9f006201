import { randomBytes } from 'node:crypto';
import { Position, ProgressLocation, Range, Uri, commands, env, l10n, window } from 'vscode';
import type { Disposable, LogOutputChannel, WebviewView, WebviewViewProvider } from 'vscode';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import { setContext } from '../contextKeys.ts';
import { pathText } from './answerTree.ts';
import { pageHtml } from './html.ts';
import type { FocusTarget, PanelCommand, PanelState, ToWebview } from './messages.ts';
import type { PanelModel } from './model.ts';
import type { Handlers } from './rpc.ts';
import { answer } from './rpc.ts';
import { panelTexts } from './texts.ts';

export const panelViewId = 'moodleWs.panel';

const panelCommands: Readonly<Record<PanelCommand, string>> = {
  addSite: 'moodleWs.addSite',
  addUser: 'moodleWs.addUser',
  setToken: 'moodleWs.setToken',
  testConnection: 'moodleWs.testConnection',
  startMockSite: 'moodleWs.startMockSite',
  stopMockSite: 'moodleWs.stopMockSite',
  openArguments: 'moodleWs.openArguments',
  openAnswer: 'moodleWs.openAnswer',
  manageTrust: 'workbench.trust.manage',
};

/** The view "Call": a page, the messages to and from it, and progress while a call is under way. */
export class PanelProvider implements WebviewViewProvider, Disposable {
  private readonly extensionUri: Uri;
  private readonly model: PanelModel;
  private readonly log: LogOutputChannel;
  private view: WebviewView | undefined;
  /** A page is there and has asked for its state. */
  private live = false;
  /** Where the focus goes once a page is there to take it. */
  private wanted: FocusTarget | null = null;
  /** The parameters that the page has. */
  private posted: SchemaNode | null | undefined;
  private calling: (() => void) | undefined;

  constructor(extensionUri: Uri, model: PanelModel, log: LogOutputChannel) {
    this.extensionUri = extensionUri;
    this.model = model;
    this.log = log;
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    this.live = false;
    const dist = Uri.joinPath(this.extensionUri, 'dist');
    view.webview.options = { enableScripts: true, localResourceRoots: [dist], enableCommandUris: false };
    view.webview.onDidReceiveMessage(async (message: unknown) => {
      const reply = await answer(message, this.handlers, (method, error) => {
        this.log.error(`The panel's request "${method}" failed.`, error instanceof Error ? (error.stack ?? '') : '');
      });
      if (reply) this.post(reply);
    });
    view.onDidDispose(() => {
      if (this.view !== view) return;
      this.view = undefined;
      this.live = false;
      void setContext('panelFocused', false);
    });
    view.webview.html = pageHtml({
      script: view.webview.asWebviewUri(Uri.joinPath(dist, 'webview.js')).toString(),
      nonce: randomBytes(18).toString('base64url'),
      language: env.language,
      title: 'Moodle WS',
    });
  }

  /** Opens the view and puts the focus there. */
  async reveal(target: FocusTarget): Promise<void> {
    this.wanted = target;
    await commands.executeCommand(`${panelViewId}.focus`);
    if (this.live) this.post({ kind: 'focus', target: this.takeWanted() ?? target });
  }

  /** Draws a new state, and its consequences outside the page. */
  update(state: PanelState): void {
    const { parameters } = this.model;
    this.post({ kind: 'state', state, ...(parameters !== this.posted && { parameters }) });
    this.posted = parameters;
    void setContext('sending', state.sending);
    void setContext('mockRunning', state.mock !== 'off');
    void setContext('hasSite', state.sites.length > 0);
    void setContext('hasAnswer', state.outcome !== null);
    this.showProgress(state);
  }

  /** Where nobody sees the panel, it is opened first. */
  async send(): Promise<void> {
    if (this.view?.visible !== true) await commands.executeCommand(`${panelViewId}.focus`);
    if ((await this.model.send()) === 'invalid-arguments') await this.reveal('arguments');
  }

  dispose(): void {
    this.calling?.();
  }

  private readonly handlers: Handlers = {
    start: async () => {
      await this.model.start();
      this.live = true;
      const { parameters } = this.model;
      this.posted = parameters;
      return { state: this.model.snapshot(), parameters, texts: panelTexts(), focus: this.takeWanted() };
    },
    functions: () => this.model.functions(),
    selectSite: async ({ wwwroot, user }) => nothing(this.model.selectSite(wwwroot, user)),
    selectFunction: async ({ name }) => nothing(this.model.selectFunction(name)),
    edit: async ({ text }) => nothing(this.model.edit(text)),
    resetArguments: async () => nothing(this.model.resetArguments()),
    send: async () => nothing(this.send()),
    sendAnyway: async () => nothing(this.model.send(true)),
    cancel: () => {
      this.model.cancel();
      return Promise.resolve(null);
    },
    run: async ({ command }) => {
      if (Object.hasOwn(panelCommands, command)) await commands.executeCommand(panelCommands[command]);
      return null;
    },
    children: ({ path, from }) => Promise.resolve(this.model.lastAnswer?.tree?.children(path, from) ?? noRows),
    find: ({ query }) => Promise.resolve(this.model.lastAnswer?.tree?.find(query) ?? noRows),
    copy: async ({ what, path }) => {
      const text = what === 'path' ? pathText(path) : (this.model.lastAnswer?.tree?.text(path) ?? '');
      await env.clipboard.writeText(text);
      return null;
    },
    openPlace: async ({ kind }) => {
      const { declaration, implementation } = this.model.lastAnswer?.places ?? {};
      const place = kind === 'declaration' ? declaration : implementation;
      if (!place) return null;
      const at = new Position(place.line, 0);
      await window.showTextDocument(Uri.parse(place.uri), { selection: new Range(at, at) });
      return null;
    },
    focus: async ({ state }) => nothing(setContext('panelFocused', state === 'in')),
  };

  private post(message: ToWebview): void {
    void this.view?.webview.postMessage(message);
  }

  private takeWanted(): FocusTarget | null {
    const { wanted } = this;
    this.wanted = null;
    return wanted;
  }

  /** In the view and in the status bar, for as long as the call takes. */
  private showProgress({ sending, functionName }: PanelState): void {
    if (sending === (this.calling !== undefined)) return;
    if (!sending) {
      this.calling?.();
      this.calling = undefined;
      return;
    }
    const done = new Promise<void>((resolve) => (this.calling = resolve));
    const title = l10n.t('Calling {0}', functionName);
    void window.withProgress({ location: { viewId: panelViewId } }, () => done);
    void window.withProgress({ location: ProgressLocation.Window, title }, () => done);
  }
}

const noRows = { rows: [], more: 0 };

async function nothing(promise: Promise<unknown>): Promise<null> {
  await promise;
  return null;
}
