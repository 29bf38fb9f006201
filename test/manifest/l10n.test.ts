import l10nDev from '@vscode/l10n-dev';
import { expect, it } from 'vitest';
import { read, sourcesOf } from './manifest.ts';

const command = 'npx vscode-l10n-dev export --outDir l10n client/src server/src';

it(`l10n/bundle.l10n.json has the texts of client and server (${command})`, async () => {
  const files = [...sourcesOf('client'), ...sourcesOf('server')].map((contents) => ({ contents, extension: '.ts' }));
  expect(JSON.parse(read('l10n/bundle.l10n.json'))).toEqual(await l10nDev.getL10nJson(files));
}, 60_000);
