import { readFileSync, statSync } from 'node:fs';
import { inRoot } from './root.mjs';

const limits = JSON.parse(readFileSync(inRoot('budget.json'), 'utf8'));

/**
 * Compares files with their bounds in budget.json and prints one line for each.
 * @param {Record<string, string>} files name in budget.json → path below the repository
 * @returns {boolean} whether all stay within
 */
export function withinBudget(files) {
  return Object.entries(files)
    .map(([name, path]) => {
      const size = statSync(inRoot(path), { throwIfNoEntry: false })?.size ?? Infinity;
      const fits = size <= limits[name];
      console.log(`${fits ? '✓' : '✗'} ${path.padEnd(22)} ${kilobytes(size)} of ${kilobytes(limits[name])} KB`);
      return fits;
    })
    .every(Boolean);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(0).padStart(5);
