import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as l10n from '@vscode/l10n';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { describeError } from './lsp/guard.ts';
import type { Logger } from './lsp/ports.ts';
import { startServer } from './lsp/startServer.ts';
import { nodeCache } from './workspace/nodeCache.ts';
import { nodeFiles } from './workspace/nodeFiles.ts';
import { shippedCatalogue } from './workspace/shippedCatalogue.ts';

/** The parts of package.json that the server tells of. */
interface Manifest {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
}

// Indexing makes much that is soon forgotten, and V8's first young generation is collected too often for that. One of
// this size (in bytes, both halves) costs hardly more memory; what V8 would let it become costs 30 MB.
const youngGeneration = 4 * 1024 * 1024;
let hasGrown = false;
const endGrowth = () => {
  hasGrown = true;
  setFlagsFromString('--semi-space-growth-factor=1');
};
const growYoungGeneration = () => {
  if (hasGrown) return;
  const size = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? Infinity;
  if (size >= youngGeneration) endGrowth();
  else setFlagsFromString('--semi-space-growth-factor=2');
};

// After the scan half of the heap is garbage between survivors. V8 by itself would keep those pages for good; one
// compaction gives a third of the process's memory back. Node has no other way to ask for it than this flag, which
// boot.ts has set.
const collect = runInNewContext('gc') as () => void;
const collectGarbage = () => {
  endGrowth();
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
};

const connection = createConnection(ProposedFeatures.all);
const logger: Logger = {
  error: (line) => {
    connection.console.error(line);
  },
  warn: (line) => {
    connection.console.warn(line);
  },
  info: (line) => {
    connection.console.info(line);
  },
  debug: (line) => {
    connection.console.debug(line);
  },
};

/** A file like l10n/bundle.l10n.json, from an editor that is not in English. */
const { MOODLE_WS_TRANSLATIONS: translations } = process.env;
try {
  if (translations) l10n.config({ fsPath: translations });
} catch (error) {
  logger.warn(`Texts stay in English: ${describeError(error)}`);
}

const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as Manifest;
const { repository: named } = manifest;
const repository = (typeof named === 'string' ? named : named?.url)?.replace(/^git\+|\.git$/g, '');

/** This build (this file, not the one that starts it): what another one has kept is not read. */
const { size, mtimeMs } = statSync(__filename);
const program = `${manifest.version} ${size} ${mtimeMs}`;

startServer(connection, {
  files: nodeFiles((line) => {
    logger.warn(line);
  }),
  cacheIn: (folder) =>
    nodeCache(folder, program, (line) => {
      logger.warn(line);
    }),
  clock: {
    now: () => performance.now(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  },
  logger,
  yield: () => new Promise((resolve) => setImmediate(resolve)),
  catalogue: shippedCatalogue(join(__dirname, 'catalogue.br'), (line) => {
    logger.warn(line);
  }),
  expectGarbage: growYoungGeneration,
  collectGarbage,
  today: () => {
    const now = new Date();
    const [month, day] = [now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0'));
    return `${now.getFullYear()}${month ?? ''}${day ?? ''}`;
  },
  home: homedir(),
  version: manifest.version,
  rulePage: (id) => (repository === undefined ? undefined : `${repository}/blob/main/docs/rules/${id}.md`),
});

// From here on a bug that no guard has seen costs what it was about, not the process.
process.on('uncaughtException', (error) => {
  logger.error(`Uncaught: ${describeError(error)}`);
});
process.on('unhandledRejection', (error) => {
  logger.error(`Unhandled: ${describeError(error)}`);
});
// A parent that is gone cannot say goodbye; stdio tells by itself.
process.on('disconnect', () => process.exit(1));
