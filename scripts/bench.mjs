// `npm run bench -- TREE [--rounds N]`: installs what the benchmark needs, builds, and runs it.
import { must, script } from './lib/command.mjs';
import { installBench, installMain } from './lib/install.mjs';

await installMain();
await installBench();
await must(script('scripts/build.mjs'));
await must(script('test/bench/run.mjs', ...process.argv.slice(2)), { show: true });
