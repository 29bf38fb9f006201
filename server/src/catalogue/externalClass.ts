/** Classes of external functions as PHP, made from what is known of the functions: schemas without code behind them. */
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json, SchemaNode } from '../../../webservice/src/schema/node.ts';

/** Method name → name of the function that it implements, by Moodle's way of naming them. */
export type Methods = ReadonlyMap<string, string>;

/**
 * The functions that a class implements, judged by its name: `core_course_external` and `tool_lp\external` hold those of
 * their component, `core_course\external\get_x` is `core_course_get_x`. `key` is in lower case.
 */
export function methodsOf(key: string, names: Iterable<string>): Methods | undefined {
  const single = /^(\w+)\\external\\(\w+)$/.exec(key);
  const prefix = single ? `${single[1]}_${single[2]}` : /^(\w+)[_\\]external$/.exec(key)?.[1];
  if (prefix === undefined) return undefined;
  const methods = new Map<string, string>();
  for (const name of names)
    if (single ? name === prefix : name.startsWith(`${prefix}_`))
      methods.set(single ? 'execute' : name.slice(prefix.length + 1), name);
  return methods.size > 0 ? methods : undefined;
}

/** The class as a PHP file. */
export function externalClassText(
  className: string,
  methods: Methods,
  describe: (name: string) => ExternalFunction | undefined,
): string {
  const cut = className.lastIndexOf('\\');
  const namespace = cut < 0 ? '' : `namespace ${className.slice(0, cut)};\n`;
  const members = [...methods].flatMap(([method, name]) => {
    const fn = describe(name);
    if (!fn) return [];
    return [
      `public static function ${method}() {}`,
      `public static function ${method}_parameters() { return ${fn.parameters ? node(fn.parameters, true) : 'null'}; }`,
      `public static function ${method}_returns() { return ${fn.returns ? node(fn.returns) : 'null'}; }`,
    ];
  });
  const head = `class ${className.slice(cut + 1)} extends \\core_external\\external_api`;
  return `<?php\n${namespace}${head} {\n    ${members.join('\n    ')}\n}\n`;
}

const numbers = { VALUE_DEFAULT: 0, VALUE_REQUIRED: 1, VALUE_OPTIONAL: 2 };

function node(one: SchemaNode, isParameters = false): string {
  const { desc, required, default: value, allownull } = one;
  const presence = typeof required === 'string' ? numbers[required] : required.invalid;
  const tail = [desc, presence, value, allownull].map(literal).join(', ');
  switch (one.kind) {
    case 'value':
      return `new \\core_external\\external_value(${literal(one.type)}, ${tail})`;
    case 'multiple':
      return `new \\core_external\\external_multiple_structure(${node(one.content)}, ${tail})`;
    case 'single': {
      const keys = one.keys.map(([name, child]) => `${literal(name)} => ${node(child)}`).join(', ');
      return isParameters
        ? `new \\core_external\\external_function_parameters([${keys}])`
        : `new \\core_external\\external_single_structure([${keys}], ${tail})`;
    }
  }
}

function literal(value: Json): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (value === null || typeof value !== 'object') return String(value);
  const items = Array.isArray(value)
    ? value.map(literal)
    : Object.entries(value).map(([key, one]) => `${literal(key)} => ${literal(one)}`);
  return `[${items.join(', ')}]`;
}
