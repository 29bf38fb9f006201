// `npm run check`: everything that needs neither a browser nor a VS Code, in less than a minute.
import { must, script } from './lib/command.mjs';
import { installMain } from './lib/install.mjs';
import { checks } from './lib/checks.mjs';
import { runSteps, summarize } from './lib/suite.mjs';

await installMain();
await must(script('scripts/build.mjs', '--production'));
summarize(await runSteps(checks()));
