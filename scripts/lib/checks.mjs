import { script, tool } from './command.mjs';
import { runSteps, vitest } from './suite.mjs';

/** What `npm run check` does: the build, then what looks at it or at the sources, the longest first. */
export async function runChecks() {
  const built = await runSteps([{ name: 'build', command: script('scripts/build.mjs') }]);
  return [...built, ...(await runSteps(checks()))];
}

const checks = () => [
  { name: 'lint', command: [...tool('eslint'), '.', '--max-warnings=0'] },
  vitest('unit', ['--project=unit']),
  { name: 'types', command: [...tool('typescript', 'tsc'), '--build'] },
  vitest('protocol', ['--project=protocol']),
  { name: 'layers', command: [...tool('dependency-cruiser', 'depcruise'), 'webservice', 'server', 'client', 'cli'] },
  { name: 'dead code', command: tool('knip') },
  { name: 'format', command: [...tool('prettier'), '--check', '.', '--log-level=warn'] },
  { name: 'budget', command: script('scripts/budget.mjs') },
];
