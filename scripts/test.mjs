// `npm test`: installs what is missing, then checks, tests in a real VS Code, and packages.
import { must, script } from './lib/command.mjs';
import { checks } from './lib/checks.mjs';
import { installChromium, installMain, installVsCode } from './lib/install.mjs';
import { runSteps, summarize, vitest } from './lib/suite.mjs';

await installMain();
await installVsCode();
const env = { MOODLE_WS_CHROMIUM: await installChromium() };

await must(script('scripts/build.mjs', '--production'));
const results = await runSteps(checks());
const one = async (step) => results.push(...(await runSteps([step])));
await one({ name: 'package', command: script('scripts/package.mjs') });
await one(vitest('host', ['--config=test/vitest.config.ts', '--project=host'], { env }));
await one(vitest('end to end', ['--config=test/vitest.config.ts', '--project=e2e'], { env, show: true }));
summarize(results);
