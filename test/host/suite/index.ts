import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export interface HostResult {
  readonly title: string;
  readonly error: string | null;
}

/** Called by VS Code's extension host: runs the tests beside this file and leaves their results there. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 20_000 });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const results: HostResult[] = [];
  await new Promise((resolve) => {
    mocha
      .reporter(Mocha.reporters.Base)
      .run(resolve)
      .on('pass', (test) => results.push({ title: test.fullTitle(), error: null }))
      .on('fail', (test, error: Error) =>
        results.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
      )
      .on('pending', (test) => results.push({ title: test.fullTitle(), error: 'skipped' }));
  });
  const file = join(__dirname, 'results.json');
  writeFileSync(`${file}.part`, JSON.stringify(results));
  renameSync(`${file}.part`, file);
}
