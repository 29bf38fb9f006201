// Fails when a minified bundle is larger than budget.json allows. Run it after `npm run build -- --production`.
import { bundles } from './lib/bundles.mjs';
import { withinBudget } from './lib/budget.mjs';

const fits = withinBudget(Object.fromEntries(bundles.map(({ file }) => [file, file])));
if (!fits) process.exitCode = 1;
