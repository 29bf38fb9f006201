import { docComment, sentence } from '../../edits/docComment.ts';
import { licence, phpHeader } from './context.ts';

/** Where a function works: the key that its caller names it by, and the class of the context. */
export interface Scope {
  readonly context: string;
  readonly key: string | undefined;
  readonly text: string;
}

/** By the name of the context class, which is also that in `core\context`. */
export const scopes = {
  course: { context: 'course', key: 'courseid', text: 'Course id' },
  module: { context: 'module', key: 'cmid', text: 'Course module id' },
  coursecat: { context: 'coursecat', key: 'categoryid', text: 'Course category id' },
  user: { context: 'user', key: 'userid', text: 'User id' },
  system: { context: 'system', key: undefined, text: '' },
} as const satisfies Record<string, Scope>;

export interface NewClass {
  readonly component: string;
  /** Without leading backslash. */
  readonly namespace: string;
  readonly name: string;
  readonly method: string;
  /** What the function is for. */
  readonly description: string;
  readonly capability: string | undefined;
  readonly scope: Scope;
  readonly copyright: string;
  /** For Moodle before 4.2. */
  readonly isOld: boolean;
}

const describing = ['api', 'function_parameters', 'single_structure', 'value', 'warnings'].map(
  (name) => `external_${name}`,
);

/** The file of a class with one external function that validates, checks and answers. */
export function classText(cls: NewClass): string {
  const { namespace, name, method, scope, capability, isOld } = cls;
  const { key } = scope;
  const isValue = key !== undefined;
  const context = `context_${scope.context}`;
  const uses = isOld
    ? [context, ...describing]
    : [`core\\context\\${scope.context} as ${context}`, ...describing.map((one) => `core_external\\${one}`)];

  const body = [
    ...(isValue
      ? [
          '[',
          `    '${key}' => $${key},`,
          `] = self::validate_parameters(self::${method}_parameters(), [`,
          `    '${key}' => $${key},`,
          ']);',
          '',
        ]
      : []),
    `$context = ${context}::instance(${isValue ? `$${key}` : ''});`,
    'self::validate_context($context);',
    ...(capability === undefined ? [] : [`require_capability('${capability}', $context);`]),
    '',
    'return [',
    "    'status' => true,",
    "    'warnings' => [],",
    '];',
  ];
  const summary = sentence(cls.description) || `The external function ${name}.`;
  return `${phpHeader}
namespace ${namespace};
${
  isOld
    ? `
defined('MOODLE_INTERNAL') || die();

global $CFG;
require_once($CFG->libdir . '/externallib.php');
`
    : ''
}
${uses.map((one) => `use ${one};`).join('\n')}

${docComment([summary, '', `@package    ${cls.component}`, `@copyright  ${cls.copyright}`, `@license    ${licence}`])}
class ${name} extends external_api {
${methodDoc([`Describes the parameters of ${method}().`, '', '@return external_function_parameters'])}
    public static function ${method}_parameters(): external_function_parameters {
        return new external_function_parameters([${isValue ? `\n            '${key}' => new external_value(PARAM_INT, '${scope.text}'),\n        ` : ''}]);
    }

${methodDoc([summary, '', ...(isValue ? [`@param int $${key} ${scope.text}`] : []), '@return array'])}
    public static function ${method}(${isValue ? `int $${key}` : ''}): array {
${indented(body, 8)}
    }

${methodDoc([`Describes the return value of ${method}().`, '', '@return external_single_structure'])}
    public static function ${method}_returns(): external_single_structure {
        return new external_single_structure([
            'status' => new external_value(PARAM_BOOL, 'True if successful'),
            'warnings' => new external_warnings(),
        ]);
    }
}
`;
}

const methodDoc = (lines: readonly string[]): string => docComment(lines, '    ');

const indented = (lines: readonly string[], by: number): string =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line)).join('\n');
