import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LanguageServer } from './support/languageServer.ts';
import { fixture, temporaryDirectory } from './support/workspace.ts';

/** One run of the server; answers what then is in the folder for compiled code. */
async function run(folder: string): Promise<{ file: string; written: number }[]> {
  const server = await LanguageServer.start({ folders: [fixture('sample')], args: ['--code-cache', folder] });
  await server.eventually(() => (server.statuses.at(-1)?.state === 'ready' ? true : undefined));
  await server.end();
  return readdirSync(folder).map((name) => ({
    file: join(folder, name),
    written: statSync(join(folder, name)).mtimeMs,
  }));
}

describe('compiled code', () => {
  it('is kept for the next start, which takes it as it is', async () => {
    const folder = join(temporaryDirectory(), 'code');
    const first = await run(folder);
    expect(first.map(({ file }) => file)).toEqual([expect.stringMatching(/server-[\d-]+\.code$/)]);
    expect(await run(folder)).toEqual(first);
  });

  it('that is damaged is made anew', async () => {
    const folder = join(temporaryDirectory(), 'code');
    const [kept] = await run(folder);
    const whole = statSync(kept!.file).size;
    writeFileSync(kept!.file, 'torn');
    await run(folder);
    expect(statSync(kept!.file).size).toBeGreaterThan(whole / 2);
  });
});
