import type { Json } from './node.ts';

/**
 * Functions whose db/services.php says `read` though they change data: seen by running Moodle 4.4 or read in their
 * classes.
 */
const writesThoughDeclaredRead: ReadonlySet<string> = new Set([
  'core_backup_submit_copy_form',
  'core_competency_create_user_evidence_competency',
  'core_course_set_favourite_courses',
  'mod_lti_view_lti',
  'tool_usertours_fetch_and_start_tour',
]);

/** Calls the functions that its argument `requests` names (admin/tool/mobile/classes/external.php). */
const callsOthers = 'tool_mobile_call_external_functions';

/**
 * The functions of a call that may change data: the called one, or those that it calls in turn. The declared type is a
 * hint and no promise, so only what is declared `read`, and was not found to write, is taken for reading.
 * @param typeOf the declared type of a function; undefined where nothing is known of it
 */
export function writingFunctions(
  name: string,
  args: Json,
  typeOf: (name: string) => string | undefined,
): readonly string[] {
  if (name !== callsOthers) return writes(name, typeOf) ? [name] : [];
  const inner = innerFunctions(args);
  if (inner === null) return [name];
  // The site refuses to call it by itself; should it not, what is inside is not known.
  return inner.filter((each) => each === callsOthers || writes(each, typeOf));
}

function writes(name: string, typeOf: (name: string) => string | undefined): boolean {
  return typeOf(name) !== 'read' || writesThoughDeclaredRead.has(name);
}

/** The names in `requests`, each once and in order; null where the arguments are not what the function takes. */
function innerFunctions(args: Json): string[] | null {
  const requests = property(args, 'requests');
  if (requests === null || typeof requests !== 'object') return null;
  const names = Object.values(requests).map((request) => property(request, 'function'));
  return names.every((name) => typeof name === 'string') ? [...new Set(names)].sort() : null;
}

function property(value: Json, key: string): Json {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}
