/**
 * Starts the language server. With `--code-cache FOLDER` it leaves there what V8 has compiled, for the next start, of
 * which compiling takes an eighth. (Node 22 has module.enableCompileCache() for that, Node 20 has not.)
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// For main.ts; here, since compiled code is valid for the flags that it was compiled with only.
setFlagsFromString('--expose-gc');
// The young generation grows when and as far as main.ts lets it.
const fixedYoungGeneration = '--semi-space-growth-factor=1';
setFlagsFromString(fixedYoungGeneration);

const path = join(__dirname, 'languageServer.js');
const at = process.argv.indexOf('--code-cache');
const folder = at < 0 ? undefined : process.argv[at + 1];

if (folder === undefined) createRequire(__filename)(path);
else start(folder);

function start(directory: string): void {
  const { size, mtimeMs } = statSync(path);
  // V8 itself compares no more than the length of the source.
  const file = join(directory, `server-${size}-${Math.round(mtimeMs)}.code`);
  const cachedData = read(file);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(source, { filename: path, ...(cachedData ? { cachedData } : {}) });
  if (!cachedData || script.cachedDataRejected === true) keepCode(directory, file, script);
  const module = { exports: {} };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(path), module, path, __dirname);
}

/** When the first work is done, or at the end if that is sooner: what was never used is not compiled, and not kept. */
function keepCode(directory: string, file: string, script: Script): void {
  const keep = () => {
    clearTimeout(timer);
    process.off('exit', keep);
    setFlagsFromString(fixedYoungGeneration);
    write(directory, file, script.createCachedData());
  };
  const timer = setTimeout(keep, 20_000).unref();
  process.once('exit', keep);
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Moved to its place as a whole, as two servers may end at once. Where it cannot be written, starts stay as they are. */
function write(directory: string, file: string, code: Buffer): void {
  try {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory))
      if (/^server-.*\.code/.test(name)) rmSync(join(directory, name), { force: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The log has gone with the connection.
  }
}
