import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Files } from '../workspace/files.ts';
import type { IndexCache } from '../workspace/indexes.ts';
import type { Yield } from '../workspace/moodleIndex.ts';

/** Time, as the server may know it. Milliseconds. */
export interface Clock {
  now(): number;
  /** Runs something later; answers how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Where lines for people go. Never given texts of documents. */
export interface Logger {
  error(line: string): void;
  warn(line: string): void;
  info(line: string): void;
  debug(line: string): void;
}

/** Every effect of the server but the connection itself; made in main.ts. */
export interface Ports {
  readonly files: Files;
  /** Keeps indexes in a folder that the client names. */
  readonly cacheIn: (folder: string) => IndexCache;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Lets waiting requests run before a long work goes on. */
  readonly yield: Yield;
  /** Facts about Moodle's own functions, read at the first call; undefined when there are none. */
  readonly catalogue: () => Catalogue | undefined;
  /** Called again and again while a scan makes much that is soon forgotten. */
  readonly expectGarbage?: () => void;
  /** Gives unused memory back to the system; called once after a scan. */
  readonly collectGarbage?: () => void;
  /** The date where the server runs: `20260131`. */
  readonly today: () => string;
  /** The home directory, for `~` in settings. */
  readonly home: string;
  /** The version of this program. */
  readonly version: string;
  /** The address of the page about a rule; undefined when there is none. */
  readonly rulePage: (id: string) => string | undefined;
}
