import type { IndexSnapshot } from '../../../server/src/index/snapshot.ts';
import type { Result } from '../result.ts';

/** All functions with their schemas, as a JSON array with one function in each line. */
export function exportFunctions(snapshot: IndexSnapshot): Result {
  const lines = snapshot.offeredFunctions.map((fn) => JSON.stringify(snapshot.describe(fn)));
  return { output: lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n` };
}
