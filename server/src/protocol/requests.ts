/** Custom requests between client and server: method names and plain types, nothing that runs. */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';

/** Request {@link ExportParams} → {@link ExternalFunction}[]; answers when the index of that folder is complete. */
export const exportMethod = 'moodleWs/export';
export interface ExportParams {
  /** A folder or a document; its index answers. Absent: all indexes. */
  uri?: string;
}
export type ExportResult = ExternalFunction[];

/** Request {@link FunctionsParams} → {@link FunctionBrief}[], from what is indexed so far. */
export const functionsMethod = 'moodleWs/functions';
export interface FunctionsParams {
  uri?: string;
}
/** What a search list shows of an external function. */
export interface FunctionBrief {
  name: string;
  component: string;
  type: string;
  ajax: boolean;
  loginrequired: boolean;
  deprecated: boolean;
  description: string;
}

/** Request {@link FunctionParams} → {@link ExternalFunction} | null. */
export const functionMethod = 'moodleWs/function';
export interface FunctionParams {
  name: string;
  uri?: string;
}

/** Request {@link FunctionParams} → {@link FunctionPlaces} | null: where its code is. */
export const placesMethod = 'moodleWs/places';
export interface FunctionPlaces {
  /** Its entry in db/services.php. */
  declaration: FunctionPlace | null;
  /** The method that runs, or its class where the method is missing. */
  implementation: FunctionPlace | null;
}
export interface FunctionPlace {
  uri: string;
  /** 0-based. */
  line: number;
}

/** Request {@link NewFunctionPlaceParams} → {@link NewFunctionPlace} | null: for which plugin a new function would be. */
export const newFunctionPlaceMethod = 'moodleWs/newFunctionPlace';
export interface NewFunctionPlaceParams {
  /** A file or folder of the plugin. */
  uri: string;
}
export interface NewFunctionPlace {
  component: string;
  /** Of the plugin itself. */
  capabilities: string[];
}

/** Request {@link NewFunctionParams} → {@link NewFunctionResult}: all that a new external function needs, as one edit. */
export const newFunctionMethod = 'moodleWs/newFunction';
export interface NewFunctionParams extends NewFunctionPlaceParams {
  /** Without the component: `get_orders`. */
  name: string;
  type: 'read' | 'write';
  ajax: boolean;
  /** Empty: none. One of the plugin that is not there is made. */
  capability: string;
}
/** `edit`: an LSP WorkspaceEdit with new files; `uri`: that of the class. `failure`: a sentence for people. */
export type NewFunctionResult = { edit: object; uri: string } | { failure: string };

/** Notification server → client, after each change of state. */
export const statusMethod = 'moodleWs/status';
export interface StatusParams {
  /** `none`: no Moodle code in the workspace, nothing is scanned. */
  state: 'none' | 'indexing' | 'ready';
  functions: number;
  /** One per index: where it is and what it is, as shown in the language-status item. */
  indexes: { root: string; label: string; functions: number }[];
}

/** Notification client → server: the editor's window has the focus again, and files may have changed meanwhile. */
export const focusMethod = 'moodleWs/focus';

/** `initializationOptions`. Every property is optional: a plain LSP client sends none. */
export interface InitializationOptions {
  /** The client has {@link runCommand} and {@link showFileCommand}; without them no "Run" lens is sent, and no new file shown. */
  runCommand?: boolean;
  /** Another PHP extension is at work: what it completes is left to it, so that nothing is offered twice. */
  otherPhp?: boolean;
  /** Document symbols: only services entries (the default, for editors in which another server knows PHP), or class members as well. */
  documentSymbols?: 'services' | 'all';
  /** Folder in which indexes are kept between runs, made when needed. Without it every run starts from source. */
  cacheFolder?: string;
  /** The settings below `moodleWs`, for clients that cannot be asked for their configuration. */
  settings?: { moodlePath?: string; catalogueFile?: string; diagnostics?: { enabled?: boolean } };
}

/** Client command behind the "Run" lens; its one argument is {@link RunArguments}. */
export const runCommand = 'moodleWs.run';
export interface RunArguments {
  function: string;
  uri: string;
}

/** Client command behind code actions that make a file: shows it; its one argument is the URI of the file. */
export const showFileCommand = 'moodleWs.showFile';
