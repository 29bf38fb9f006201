import type { KnownFunctions } from '../../server/src/index/knownFunctions.ts';
import type { IndexSnapshot } from '../../server/src/index/snapshot.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { MoodleIndex } from '../../server/src/workspace/moodleIndex.ts';
import { planIndexes } from '../../server/src/workspace/plan.ts';

/** The index of the Moodle tree or the plugins in a directory, or why there is none. Nothing is evaluated yet. */
export function openIndex(
  files: Files,
  directory: string,
  failed: (what: string, error: unknown) => void,
  known: KnownFunctions,
): { readonly snapshot: IndexSnapshot } | { readonly failure: string } {
  const path = files.realPath(directory);
  if (path === undefined) return { failure: `${directory} does not exist.` };
  const { indexes } = planIndexes(files, [{ path, moodlePath: undefined }], []);
  const [plan] = indexes;
  if (!plan)
    return {
      failure: `${directory} is neither a Moodle tree nor a plugin (a folder whose version.php names a component).`,
    };
  const roots = indexes.map(({ codebase }) => codebase.root);
  if (roots.length > 1) return { failure: `${directory} holds several: say which by --root. ${roots.join(', ')}` };
  return { snapshot: new MoodleIndex(plan, files, failed, known).snapshot };
}
