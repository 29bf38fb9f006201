// Fails when a minified bundle is larger than budget.json allows. Run it after `npm run build -- --production`.
import { bundles } from './lib/bundles.mjs';
import { packedCatalogue } from './lib/catalogue.mjs';
import { withinBudget } from './lib/budget.mjs';

const files = [...bundles.map(({ file }) => file), packedCatalogue];
const fits = withinBudget(Object.fromEntries(files.map((file) => [file, file])));
if (!fits) process.exitCode = 1;
