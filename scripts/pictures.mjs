// `npm run pictures`: takes the README's pictures anew, from the end-to-end test of a new user's first round.
import { copyFileSync, mkdirSync } from 'node:fs';
import { must, script, tool } from './lib/command.mjs';
import { installChromium, installMain, installVsCode } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';

await installMain();
await installVsCode();
const env = { MOODLE_WS_CHROMIUM: await installChromium() };
await must(script('scripts/package.mjs'));
await must([...tool('vitest'), 'run', '--config=test/vitest.config.mjs', 'test/e2e/firstRound.test.ts'], { env });

mkdirSync(inRoot('docs', 'images'), { recursive: true });
for (const name of ['diagnostic', 'hover', 'completion', 'answer']) {
  copyFileSync(inRoot('artifacts', `${name}.png`), inRoot('docs', 'images', `${name}.png`));
}
