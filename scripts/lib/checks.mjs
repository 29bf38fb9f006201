import { script, tool } from './command.mjs';
import { vitest } from './suite.mjs';

/** What `npm run check` does once dist/ is built; the longest first, since two run at once. */
export const checks = () => [
  { name: 'lint', command: [...tool('eslint'), '.', '--max-warnings=0'] },
  vitest('unit', ['--project=unit']),
  { name: 'types', command: [...tool('typescript', 'tsc'), '--build'] },
  vitest('protocol', ['--project=protocol']),
  { name: 'layers', command: [...tool('dependency-cruiser', 'depcruise'), 'webservice', 'server', 'client', 'cli'] },
  { name: 'dead code', command: tool('knip') },
  { name: 'format', command: [...tool('prettier'), '--check', '.', '--log-level=warn'] },
  { name: 'budget', command: script('scripts/budget.mjs') },
];
