/**
 * What the panel's two halves say to each other: the webview asks ({@link ToExtension}), the extension answers and
 * tells the state after each change ({@link ToWebview}). The extension owns all state; the webview only draws it, so
 * that nothing is lost when VS Code throws the webview away. A token is never part of it, only `hasToken`.
 */
import type { FunctionBrief } from '../../../server/src/protocol/requests.ts';

export interface SiteView {
  name: string;
  wwwroot: string;
  hasToken: boolean;
}

/** An answer or a failure, as text. */
export interface OutcomeView {
  ok: boolean;
  /** `200 · 143 ms · 12.4 KB`, or the failure's name. */
  summary: string;
  /** What a screen reader says when it arrives. */
  announcement: string;
  /** Of a failure: what failed, why, and what helps, in plain words. */
  explanation: { title: string; cause: string; cure: string } | null;
  /** What the site says beside the value (`warnings`). */
  warnings: string[];
  /** The answer as indented JSON, cut to what a view can draw; or what a failed answer contained. */
  text: string;
  /** Characters that were cut off; the document has them all. */
  hidden: number;
}

export interface PanelState {
  trusted: boolean;
  sites: SiteView[];
  /** The wwwroot of the selected site. */
  site: string | null;
  functionName: string;
  /** What the index says of it; null for a name it does not have. */
  brief: FunctionBrief | null;
  arguments: string;
  /** Grows whenever the extension, not the user, changed `arguments`: only then does the webview take the text over. */
  argumentsRevision: number;
  /** Grows whenever the list of functions may have changed. */
  indexRevision: number;
  sending: boolean;
  outcome: OutcomeView | null;
  /** Grows with each outcome, so that it gets the focus and is announced once. */
  outcomeRevision: number;
}

/** What the webview may ask. */
export interface Api {
  start: { params: null; result: { state: PanelState; texts: PanelTexts; focus: FocusTarget | null } };
  functions: { params: null; result: FunctionBrief[] };
  selectSite: { params: { wwwroot: string }; result: null };
  selectFunction: { params: { name: string }; result: null };
  edit: { params: { text: string }; result: null };
  resetArguments: { params: null; result: null };
  send: { params: null; result: null };
  cancel: { params: null; result: null };
  run: { params: { command: PanelCommand }; result: null };
  /** The page got or lost the focus: VS Code has no context key for the inside of a webview. */
  focus: { params: { state: 'in' | 'out' }; result: null };
}

/** Commands behind the panel's buttons. */
export type PanelCommand = 'addSite' | 'setToken' | 'openAnswer' | 'manageTrust';
export type Method = keyof Api;

/** A request as it travels; one member per method. */
export type ToExtension = { [M in Method]: { id: number; method: M; params: Api[M]['params'] } }[Method];

export type ToWebview =
  | { kind: 'result'; id: number; result: Api[Method]['result'] }
  | { kind: 'failed'; id: number; message: string }
  | { kind: 'state'; state: PanelState }
  | { kind: 'focus'; target: FocusTarget };

export type FocusTarget = 'function' | 'arguments' | 'send' | 'answer';

/** The panel's words, translated. `{0}` stands for a value. */
export interface PanelTexts {
  ajax: string;
  addSite: string;
  answer: string;
  arguments: string;
  argumentsNotJson: string;
  argumentsNotObject: string;
  cancel: string;
  cause: string;
  cure: string;
  deprecated: string;
  function: string;
  functionPlaceholder: string;
  hidden: string;
  manageTrust: string;
  moreFunctions: string;
  noFunction: string;
  noSite: string;
  noToken: string;
  openAnswer: string;
  reset: string;
  send: string;
  sending: string;
  setToken: string;
  site: string;
  unknownFunction: string;
  untrusted: string;
  warnings: string;
}
