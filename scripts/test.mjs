// `npm test`: installs what is missing, then checks, packages, and tests the package in a real VS Code.
import { runChecks } from './lib/checks.mjs';
import { script } from './lib/command.mjs';
import { installChromium, installMain, installVsCode } from './lib/install.mjs';
import { runSteps, summarize, vitest } from './lib/suite.mjs';

await installMain();
await installVsCode();
const env = { MOODLE_WS_CHROMIUM: await installChromium() };

const results = await runChecks();
const steps = [
  { name: 'package', command: script('scripts/package.mjs') },
  vitest('host', ['--config=test/vitest.config.mjs', '--project=host'], { env }),
  vitest('end to end', ['--config=test/vitest.config.mjs', '--project=e2e'], { env, show: true }),
];
for (const step of steps) results.push(...(await runSteps([step])));
summarize(results);
