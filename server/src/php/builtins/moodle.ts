/** Moodle functions whose own PHP needs a running site, but whose answers are in the tree. */
import { isUnknown, PhpArray, PhpObject, toText } from '../values.ts';
import type { Value } from '../values.ts';
import type { Builtin } from './types.ts';

const languageString: Builtin = ([key = null, component = '', a = null], { machine }) => {
  if (typeof key !== 'string' || isUnknown(component)) return undefined;
  const text = machine.program.languageString(key, toText(component) ?? '');
  return text === undefined ? undefined : substitute(text, a);
};

/** Longer texts are not made. */
const maxLength = 100_000;

/** `{$a}` and `{$a->name}`, as lib/classes/string_manager_standard.php fills them. */
function substitute(text: string, a: Value): string | undefined {
  const parts: (string | undefined)[] = [];
  let length = text.length;
  const result = text.replace(/\{\$a(?:->(\w+))?\}/g, (whole, name: string | undefined) => {
    const value =
      name === undefined ? a : a instanceof PhpObject ? a.get(name) : a instanceof PhpArray ? a.get(name) : undefined;
    const shown = value === undefined ? whole : isUnknown(value) ? undefined : toText(value);
    length += shown?.length ?? 0;
    parts.push(length > maxLength ? undefined : shown);
    return length > maxLength ? '' : (shown ?? whole);
  });
  return parts.includes(undefined) ? undefined : result;
}

const pluginList: Builtin = ([type = null], { machine }) =>
  typeof type === 'string' ? PhpArray.of(machine.program.pluginList(type)) : undefined;

const componentDirectory: Builtin = ([component = null], { machine }) =>
  typeof component === 'string' ? (machine.program.componentDirectory(component) ?? null) : undefined;

const fileExists: Builtin = ([path = null], { machine }) =>
  typeof path === 'string' ? machine.program.fileExists(path) : undefined;

const nothing: Builtin = () => null;

/** Only a running site knows: its configuration, its themes, languages and time zones, its clock. */
const siteOnly = [
  'get_config',
  'get_list_of_themes',
  'get_string_manager',
  'current_language',
  'core_date::get_list_of_timezones',
  'core_date::get_server_timezone',
  'core_date::get_user_timezone',
  'core_date::normalise_timezone',
  'time',
  'microtime',
  'date',
  'userdate',
  'rand',
  'mt_rand',
  'random_int',
  'uniqid',
  'getenv',
  'php_sapi_name',
];

export const moodleBuiltins: Record<string, Builtin> = {
  ...Object.fromEntries(siteOnly.map((name): [string, Builtin] => [name, () => undefined])),
  get_string: languageString,
  debugging: nothing,
  error_log: nothing,
  'core_component::get_plugin_list': pluginList,
  'core\\component::get_plugin_list': pluginList,
  'core_component::get_component_directory': componentDirectory,
  'core\\component::get_component_directory': componentDirectory,
  'core_component::get_plugin_directory': ([type = null, name = null], context) =>
    typeof type === 'string' && typeof name === 'string' ? componentDirectory([`${type}_${name}`], context) : undefined,
  file_exists: fileExists,
  is_readable: fileExists,
  is_file: fileExists,
};

/** It walks through the whole tree and keeps a cache of it: what is not answered natively stays unknown. */
export const nativeOnly = new Set(['core_component', 'core\\component']);
