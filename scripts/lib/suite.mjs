// Runs steps, at most two at once, and reports them: a step is one command with a name.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { run, tool } from './command.mjs';
import { inRoot } from './root.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {string} [report] file with the command's `{ passed, failed }`, or vitest's JSON report; without one the
 *   step itself is what passes or fails
 * @property {boolean} [show] lets the output through while it runs
 * @property {Record<string, string>} [env]
 *
 * @typedef {{ name: string, passed: number, failed: number, seconds: number }} Result
 */

/** A step of vitest that leaves its counts behind. */
export function vitest(name, args, options = {}) {
  const report = inRoot('.cache', 'reports', `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, report, command: [...tool('vitest'), 'run', ...args, ...reporters], ...options };
}

/**
 * @param {Step[]} steps
 * @returns {Promise<Result[]>} in the order of the steps
 */
export async function runSteps(steps) {
  const results = [];
  const waiting = steps.entries();
  const worker = async () => {
    for (const [index, step] of waiting) results[index] = await runStep(step);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Prints a line for each step and the sum; a failure becomes the exit code. */
export function summarize(results) {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
    console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s  ${counts}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}

async function runStep({ name, command, report, show, env }) {
  const start = performance.now();
  if (report) {
    rmSync(report, { force: true });
    mkdirSync(dirname(report), { recursive: true });
  }
  const { code, output } = await run(command, { show, env });
  const result = { name, ...counts(code, report), seconds: (performance.now() - start) / 1000 };
  if (result.failed > 0 && !show) console.log(`\n──── ${name} ────\n${output}`);
  return result;
}

/** A command that fails without a failed test, or leaves tests out, has failed as well. */
function counts(code, report) {
  const { passed, failed } = report ? readReport(report) : { passed: Number(code === 0), failed: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    if ('passed' in report) return report;
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
