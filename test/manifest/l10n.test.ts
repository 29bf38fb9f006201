import l10nDev from '@vscode/l10n-dev';
import { expect, it } from 'vitest';
import { clientSources, read } from './manifest.ts';

it('l10n/bundle.l10n.json has the texts of the sources (npx vscode-l10n-dev export --outDir l10n client/src)', async () => {
  const files = clientSources().map((contents) => ({ contents, extension: '.ts' }));
  expect(JSON.parse(read('l10n/bundle.l10n.json'))).toEqual(await l10nDev.getL10nJson(files));
});
