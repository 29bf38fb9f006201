/**
 * The first answers of a process take ten times as long as later ones: V8 compiles a function when it is used, and well
 * only when it was used often. So the server asks itself what people ask, about a plugin that exists in memory only,
 * before somebody does.
 */
import { provideCompletion } from '../features/completion.ts';
import type { CompletionSupport } from '../features/completion/offers.ts';
import { provideHover } from '../features/hover.ts';
import { IndexStore } from '../index/store.ts';
import { checkDocument } from '../rules/check.ts';
import { documentOf } from '../rules/documents.ts';
import { pluginCodebase } from '../workspace/codebase.ts';
import type { Files } from '../workspace/files.ts';
import type { MoodleIndex, Yield } from '../workspace/moodleIndex.ts';

const directory = '/local_warm';
const servicesPath = `${directory}/db/services.php`;
const count = 24;
/** After as many rounds answers do not get quicker. */
const rounds = 40;

const names = Array.from({ length: count }, (_, at) => `local_warm_get_${at}`);
const entry = (name: string) => `    '${name}' => [
        'classname' => 'local_warm\\external\\get',
        'description' => 'Returns what a course has – two bytes a letter.',
        'type' => 'read',
        'ajax' => true,
        'capabilities' => 'moodle/course:view',
        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],
    ],
`;
const texts: Readonly<Record<string, string>> = {
  [`${directory}/version.php`]: "<?php\n$plugin->component = 'local_warm';\n",
  [servicesPath]: `<?php\n$functions = [\n${names.map(entry).join('')}];\n`,
  [`${directory}/classes/external/get.php`]: `<?php
namespace local_warm\\external;
use core_external\\{external_api, external_function_parameters, external_multiple_structure, external_value};
class get extends external_api {
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(['courseid' => new external_value(PARAM_INT, 'A course', VALUE_DEFAULT, 0)]);
    }
    public static function execute(int $courseid = 0): array {
        return [];
    }
    public static function execute_returns(): external_multiple_structure {
        return new external_multiple_structure(new external_value(PARAM_TEXT, 'A name'));
    }
}
`,
};

const files: Files = {
  read: (path) => texts[path],
  isFile: (path) => texts[path] !== undefined,
  stamp: (path) => texts[path],
  realPath: (path) => path,
  list: () => [],
};

/**
 * Takes some 0.3 s of the processor, a few milliseconds at a time; ends early when `signal` says so. Answers how many of
 * its questions had an answer.
 */
export async function warmUp(
  indexes: readonly MoodleIndex[],
  completion: CompletionSupport,
  pause: Yield,
  signal: AbortSignal,
): Promise<number> {
  for (const { snapshot } of indexes) {
    // Facts about Moodle's own functions are unpacked when first asked for, and the history of a large one takes a while.
    for (const name of snapshot.functions.keys()) {
      if (signal.aborted) return 0;
      snapshot.history(name);
      await pause();
    }
  }
  const store = new IndexStore(pluginCodebase([{ name: 'local_warm', directory }]), files);
  const before = "fetchMany([{methodname: '";
  const script = documentOf(`${directory}/amd/src/get.js`, `${before}'}]);\n`);
  let answers = 0;
  for (let round = 0; round < rounds && !signal.aborted; round += 1) {
    const text = (texts[servicesPath] ?? '').replace(`'${names[round % count] ?? ''}'`, (name) => ` ${name}`);
    const index = store.apply(new Map([[servicesPath, text]]));
    const services = documentOf(servicesPath, text);
    const offered = provideCompletion(index, script, { line: 0, character: before.length }, completion);
    answers += offered?.items.length ?? 0;
    await pause();
    for (const name of names)
      if (provideHover(index, services, services.text.positionAt(text.indexOf(name) + 1))) answers += 1;
    await pause();
    answers += checkDocument(index, services).length;
    await pause();
  }
  return answers;
}
