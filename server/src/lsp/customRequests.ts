import type { Connection } from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import type {
  ExportParams,
  ExportResult,
  FunctionBrief,
  FunctionParams,
  FunctionPlace,
  FunctionPlaces,
  FunctionsParams,
  NewFunctionParams,
  NewFunctionPlace,
  NewFunctionPlaceParams,
  NewFunctionResult,
} from '../protocol/requests.ts';
import {
  exportMethod,
  functionMethod,
  functionsMethod,
  newFunctionMethod,
  newFunctionPlaceMethod,
  placesMethod,
} from '../protocol/requests.ts';
import { newFunction } from '../features/newFunction.ts';
import { refactorContext } from '../features/refactor/context.ts';
import { declarationPlace, implementationPlace } from '../features/shared/places.ts';
import type { Place } from '../features/shared/places.ts';
import { fieldFlag, fieldText } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import { documentOf } from '../rules/documents.ts';
import { storedComponent } from '../workspace/codebase.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { uriOfPath } from '../workspace/paths.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import { workspaceEdit } from './codeActions.ts';
import { canonicalPath } from './documents.ts';
import type { Guard } from './guard.ts';
import type { Session } from './session.ts';

/** The requests of protocol/requests.ts. */
export function handleCustomRequests(connection: Connection, guard: Guard, session: () => Session): void {
  connection.onRequest(
    exportMethod,
    guard.request(exportMethod, [], (params: ExportParams | undefined, token) =>
      exportAll(session(), params?.uri, token),
    ),
  );
  connection.onRequest(
    functionsMethod,
    guard.request(functionsMethod, [], async (params: FunctionsParams | undefined) => {
      await session().ready;
      return indexesOf(session(), params?.uri).flatMap((index) =>
        index.snapshot.sortedFunctions.map((fn) => brief(index, fn)),
      );
    }),
  );
  connection.onRequest(
    functionMethod,
    guard.request(functionMethod, null, async (params: FunctionParams) => {
      await session().ready;
      const found = find(session(), params);
      return found?.index.snapshot.describe(found.fn) ?? null;
    }),
  );
  connection.onRequest(
    placesMethod,
    guard.request(placesMethod, null, async (params: FunctionParams): Promise<FunctionPlaces | null> => {
      await session().ready;
      const found = find(session(), params);
      return found && placesOf(found.index, found.fn);
    }),
  );
  connection.onRequest(
    newFunctionPlaceMethod,
    guard.request(newFunctionPlaceMethod, null, async (params: NewFunctionPlaceParams) => {
      await session().ready;
      return newFunctionPlace(session(), params);
    }),
  );
  connection.onRequest(
    newFunctionMethod,
    guard.request(newFunctionMethod, { failure: '' }, async (params: NewFunctionParams) => {
      await session().ready;
      return makeNewFunction(session(), params);
    }),
  );
}

/** The plugin around a file or folder. */
function pluginAt(session: Session, uri: string) {
  const index = session.indexForUri(uri);
  const path = canonicalPath(session.ports.files, uri);
  const context = index && refactorContext(index.snapshot, documentOf(path, ''), 0, session.now);
  return context && !/^core(_|$)/.test(context.component.name) ? { index, context } : undefined;
}

function newFunctionPlace(session: Session, { uri }: NewFunctionPlaceParams): NewFunctionPlace | null {
  const found = pluginAt(session, uri);
  if (!found) return null;
  const { component, index } = found.context;
  const capabilities = index.declarationsIn(`${component.directory}/db/access.php`)?.capabilities ?? [];
  return { component: component.name, capabilities: capabilities.map(({ name }) => name) };
}

function makeNewFunction(session: Session, params: NewFunctionParams): NewFunctionResult {
  const found = pluginAt(session, params.uri);
  if (!found) return { failure: l10n.t('This is no file of a plugin.') };
  const made = newFunction(found.context, params);
  if ('failure' in made) return made;
  const edit = workspaceEdit(session, found.index, made.edits);
  return edit ? { edit, uri: session.uriOf(made.path) } : { failure: l10n.t('The editor cannot make new files.') };
}

const indexesOf = (session: Session, uri: string | undefined): readonly MoodleIndex[] => {
  if (uri === undefined) return session.indexes.all;
  const index = session.indexForUri(uri);
  return index ? [index] : [];
};

async function exportAll(session: Session, uri: string | undefined, token: CancellationToken): Promise<ExportResult> {
  await session.ready;
  const controller = new AbortController();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  const all: ExternalFunction[] = [];
  // Beside the scan, not after it: both use what the other has evaluated, and this one can be cancelled.
  for (const index of indexesOf(session, uri)) {
    await index.readDeclarations('services', session.ports.yield, controller.signal);
    all.push(...(await index.describeAll(session.ports.yield, controller.signal)));
  }
  return all;
}

interface Found {
  index: MoodleIndex;
  fn: FunctionDeclaration;
}

/** The function in the index of the document, else in any. */
function find(session: Session, { name, uri }: FunctionParams): Found | null {
  for (const index of new Set([...indexesOf(session, uri), ...session.indexes.all])) {
    const fn = index.snapshot.functions.get(name);
    if (fn) return { index, fn };
  }
  return null;
}

function placesOf({ snapshot }: MoodleIndex, fn: FunctionDeclaration): FunctionPlaces {
  const at = (place: Place | undefined): FunctionPlace | null => {
    const file = place && snapshot.file(place.path);
    return file ? { uri: uriOfPath(place.path), line: file.positionAt(place.name.start).line } : null;
  };
  return {
    declaration: at(declarationPlace(fn)),
    implementation: at(implementationPlace(snapshot.implementationOf(fn))),
  };
}

function brief(index: MoodleIndex, fn: FunctionDeclaration): FunctionBrief {
  const { name, entry, component } = fn;
  return {
    name,
    component: storedComponent(component.name),
    type: fieldText(entry, 'type') ?? '',
    ajax: fieldFlag(entry, 'ajax', false),
    loginrequired: fieldFlag(entry, 'loginrequired', true),
    // Only its class can say so: known once it was evaluated.
    deprecated: index.snapshot.lastDescription(fn)?.deprecated ?? false,
    description: fieldText(entry, 'description') ?? '',
  };
}
