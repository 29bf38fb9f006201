import type { Connection } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import type {
  ExportParams,
  ExportResult,
  FunctionBrief,
  FunctionParams,
  FunctionPlace,
  FunctionPlaces,
  FunctionsParams,
} from '../protocol/requests.ts';
import { exportMethod, functionMethod, functionsMethod, placesMethod } from '../protocol/requests.ts';
import { declarationPlace, implementationPlace } from '../features/shared/places.ts';
import type { Place } from '../features/shared/places.ts';
import { fieldFlag, fieldText } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import { storedComponent } from '../workspace/codebase.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { uriOfPath } from '../workspace/paths.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
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
