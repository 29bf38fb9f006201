/**
 * What the panel's two halves say to each other: the webview asks ({@link ToExtension}), the extension answers and
 * tells the state after each change ({@link ToWebview}). The extension owns all state; the webview only draws it, so
 * that nothing is lost when VS Code throws the webview away. A token is never part of it, only `hasToken`.
 */
import type { FunctionBrief } from '../../../server/src/protocol/requests.ts';
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';

export interface UserView {
  id: string;
  name: string;
  hasToken: boolean;
}

export interface SiteView {
  name: string;
  wwwroot: string;
  production: boolean;
  users: UserView[];
}

/** What is known of the selected user's token. */
export type ConnectionView =
  | { kind: 'ok'; fullName: string; userName: string; siteName: string; release: string; functions: number }
  /** The token was accepted, but may not call the function that tells about it. */
  | { kind: 'limited' }
  | { kind: 'failed'; title: string; cause: string; cure: string }
  | { kind: 'testing' };

/** A function of the workspace, of the token, or of both. */
export interface FunctionView extends FunctionBrief {
  /** The workspace has its code. */
  indexed: boolean;
  /** The token may call it; null while that is not known. */
  available: boolean | null;
}

/** Where in a JSON value: the keys and indexes that lead there. */
export type Path = (string | number)[];

/** What does not fit a schema, where it is. */
export interface Problem {
  path: Path;
  message: string;
}

/** A failure in plain words; `works` says what needs no look. */
interface ExplanationView {
  title: string;
  /** The class of the exception, where Moodle threw one; else empty. */
  exception: string;
  cause: string;
  cure: string;
  stage: string;
  works: string;
}

/** A line of the code that a failure is about. */
export interface PlaceView {
  kind: 'declaration' | 'implementation';
  /** `db/services.php:12` */
  label: string;
}

/** An answer or a failure. */
export interface OutcomeView {
  ok: boolean;
  /** `200 · 143 ms · 12.4 KB`, or the failure's name. */
  summary: string;
  /** What a screen reader says when it arrives. */
  announcement: string;
  explanation: ExplanationView | null;
  places: PlaceView[];
  /** What the site says beside the value (`warnings`). */
  warnings: string[];
  /** Where the value is not what the function declares to return, with the place in words. */
  deviations: (Problem & { place: string })[];
  /** The answer as indented JSON, cut to what a view can draw; or what a failed answer contained. */
  text: string;
  /** Characters that were cut off; the document has them all. */
  hidden: number;
}

/** One line of the tree in which an answer is shown. */
export interface Row {
  path: Path;
  /** The last part of the path. */
  key: string;
  kind: 'object' | 'list' | 'text' | 'number' | 'boolean' | 'null' | 'missing';
  /** The value, cut; of a branch the beginning of what it holds. */
  text: string;
  /** Rows below it. */
  size: number;
  deviations: string[];
  /** Deviations below it. */
  inside: number;
}

export interface Rows {
  rows: Row[];
  /** How many follow. */
  more: number;
}

export interface PanelState {
  trusted: boolean;
  sites: SiteView[];
  /** The wwwroot of the selected site. */
  site: string | null;
  /** The id of the selected user of that site. */
  user: string | null;
  connection: ConnectionView | null;
  /** The machine of the workspace, where it is another one than the user's and the site is "localhost". */
  localhostOf: string | null;
  mock: 'off' | 'starting' | 'on';
  functionName: string;
  /** Null for a name that neither the index nor the token has. */
  brief: FunctionView | null;
  arguments: string;
  /** Grows whenever the extension, not the user, changed `arguments`: only then does the webview take the text over. */
  argumentsRevision: number;
  /** What Moodle would refuse. */
  problems: Problem[];
  /** The last attempt to send was stopped by {@link problems}. */
  refused: boolean;
  /** The functions of this call that may change data of a production site. */
  writing: string[];
  /** Grows whenever the list of functions may have changed. */
  indexRevision: number;
  sending: boolean;
  outcome: OutcomeView | null;
  /** Grows with each outcome, so that it gets the focus and is announced once. */
  outcomeRevision: number;
}

/** What the webview may ask. */
export interface Api {
  start: {
    params: null;
    result: { state: PanelState; parameters: SchemaNode | null; texts: PanelTexts; focus: FocusTarget | null };
  };
  functions: { params: null; result: FunctionView[] };
  selectSite: { params: { wwwroot: string; user: string }; result: null };
  selectFunction: { params: { name: string }; result: null };
  edit: { params: { text: string }; result: null };
  resetArguments: { params: null; result: null };
  send: { params: null; result: null };
  /** Sends although {@link PanelState.problems} is not empty. */
  sendAnyway: { params: null; result: null };
  cancel: { params: null; result: null };
  run: { params: { command: PanelCommand }; result: null };
  /** What is below a row of the answer, from the n-th on. */
  children: { params: { path: Path; from: number }; result: Rows };
  /** Rows of the answer whose key or value contains a text. */
  find: { params: { query: string }; result: Rows };
  copy: { params: { what: CopyKind; path: Path }; result: null };
  openPlace: { params: { kind: PlaceView['kind'] }; result: null };
  /** The page got or lost the focus: VS Code has no context key for the inside of a webview. */
  focus: { params: { state: 'in' | 'out' }; result: null };
}

export type CopyKind = 'path' | 'value';

/** Commands behind the panel's buttons. */
export type PanelCommand =
  | 'addSite'
  | 'addUser'
  | 'setToken'
  | 'testConnection'
  | 'startMockSite'
  | 'stopMockSite'
  | 'openArguments'
  | 'openAnswer'
  | 'manageTrust';
export type Method = keyof Api;

/** A request as it travels; one member per method. */
export type ToExtension = { [M in Method]: { id: number; method: M; params: Api[M]['params'] } }[Method];

export type ToWebview =
  | { kind: 'result'; id: number; result: Api[Method]['result'] }
  | { kind: 'failed'; id: number; message: string }
  /** `parameters` of the function only when they have changed: they are large, and states are many. */
  | { kind: 'state'; state: PanelState; parameters?: SchemaNode | null }
  | { kind: 'focus'; target: FocusTarget };

export type FocusTarget = 'function' | 'arguments' | 'send' | 'answer';

/** The panel's words, translated. `{0}`, `{1}` … stand for values. */
export interface PanelTexts {
  add: string;
  addItem: string;
  addSite: string;
  addUser: string;
  ajax: string;
  answer: string;
  arguments: string;
  argumentsNotJson: string;
  argumentsNotObject: string;
  cancel: string;
  cause: string;
  connectedAs: string;
  connectionFailed: string;
  copyPath: string;
  copyValue: string;
  cure: string;
  defaultValue: string;
  deprecated: string;
  deviation: string;
  deviations: string;
  deviationsInside: string;
  emptyList: string;
  exception: string;
  find: string;
  form: string;
  formatOptions: string[];
  formNeedsJson: string;
  function: string;
  functionPlaceholder: string;
  hidden: string;
  json: string;
  limited: string;
  localhost: string;
  manageTrust: string;
  missing: string;
  moreFunctions: string;
  moreRows: string;
  moveDown: string;
  moveUp: string;
  noFunction: string;
  noMatch: string;
  noParameters: string;
  noSite: string;
  noToken: string;
  notAvailable: string;
  notIndexed: string;
  openAnswer: string;
  openArguments: string;
  production: string;
  raw: string;
  refused: string;
  remove: string;
  required: string;
  reset: string;
  send: string;
  sendAnyway: string;
  sending: string;
  sendKey: string;
  setToken: string;
  site: string;
  stage: string;
  startMockSite: string;
  stopMockSite: string;
  testConnection: string;
  testing: string;
  tree: string;
  unknownFunction: string;
  untrusted: string;
  warnings: string;
  works: string;
  writes: string;
}
