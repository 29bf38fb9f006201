// `npm run check`: everything that needs neither a browser nor a VS Code, in less than a minute.
import { runChecks } from './lib/checks.mjs';
import { installMain } from './lib/install.mjs';
import { summarize } from './lib/suite.mjs';

await installMain();
summarize(await runChecks());
