import type { StatusParams } from '../protocol/requests.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';

/** What the client may show about the indexes. */
export function statusOf(indexes: readonly MoodleIndex[]): StatusParams {
  const list = indexes.map((index) => ({
    root: index.root,
    label: index.label,
    // Counting evaluates the declarations, so that waits for the scan.
    functions: index.phase === 'declarations' ? 0 : index.snapshot.declared.size,
  }));
  const state = list.length === 0 ? 'none' : indexes.every(({ phase }) => phase === 'ready') ? 'ready' : 'indexing';
  return { state, functions: list.reduce((sum, { functions }) => sum + functions, 0), indexes: list };
}
