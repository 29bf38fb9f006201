import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import type { Connection, DidChangeWatchedFilesParams, FileSystemWatcher } from 'vscode-languageserver';
import type { Files } from '../workspace/files.ts';
import { canonicalPath } from './documents.ts';

/** What schemas and declarations are read from; no more, since a tree has thousands of folders. */
const patterns = [
  '**/db/{services,access,renamedclasses,legacyclasses}.php',
  '**/db/subplugins.json',
  '**/lib/components.json',
  '**/version.php',
  '**/moodle-ws.json',
  // Callers, which are checked also while they are closed.
  '**/amd/src/**/*.js',
  '**/templates/**/*.mustache',
  '**/classes/**/*.php',
  '**/lang/en/*.php',
  '**/*lib.php',
];

/** Asks the client to tell of changed files; for clients that can be asked. */
export async function watchFiles(connection: Connection): Promise<void> {
  const watchers: FileSystemWatcher[] = [
    ...patterns.map((globPattern) => ({ globPattern })),
    // A folder that goes takes its files along without a word about each.
    { globPattern: '**/*', kind: WatchKind.Delete },
  ];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** What can be one of those, or a folder of them; not the locks of git, which come and go all the time. */
const relevant = /^(?!.*\/(?:\.git|node_modules)(?:\/|$)).*(?:\.(?:php|json|js|mustache)|\/[^/.]*)$/;

/** Canonical path → whether it is gone. */
export function readFileChanges(files: Files, { changes }: DidChangeWatchedFilesParams): Map<string, boolean> {
  return new Map(
    changes
      .filter(({ uri }) => relevant.test(uri))
      .map(({ uri, type }) => [canonicalPath(files, uri), type === FileChangeType.Deleted]),
  );
}
