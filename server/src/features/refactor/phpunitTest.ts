import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { sampleArguments } from '../../../../webservice/src/schema/sample.ts';
import { docComment } from '../../edits/docComment.ts';
import { callText } from '../../edits/style.ts';
import { copyrightOf, licence, newFile, phpHeader } from './context.ts';
import type { RefactorContext, Refactoring } from './context.ts';
import { entryAt } from './classFromEntry.ts';
import { externalMethodAt } from './entryFromClass.ts';
import { phpLiteral } from '../../edits/phpLiteral.ts';

/** A PHPUnit test of an external function whose class has none. */
export function* phpunitTest(context: RefactorContext): Generator<Refactoring> {
  const { index, component } = context;
  const found = externalMethodAt(context);
  const fn = entryAt(context) ?? (found && index.functionsImplementedBy(found.cls.fqn, found.method.name)[0]);
  const implementation = fn && index.implementationOf(fn);
  const cls = implementation?.cls;
  if (!fn || !cls || !cls.name.startsWith(`${component.name}\\`) || !implementation.method) return;
  const [, ...below] = cls.name.split('\\');
  const path = `${component.directory}/tests/${below.join('/')}_test.php`;
  if (index.isFile(path)) return;
  const { parameters, returns, capabilities } = index.describe(fn);
  yield {
    title: l10n.t('Create a PHPUnit test of {0}', fn.name),
    edits: () => [
      newFile(
        path,
        testText(context, {
          ...{ fqn: cls.name, method: fn.methodname, parameters, returns },
          needsCapability: capabilities !== '',
        }),
      ),
    ],
  };
}

interface Tested {
  readonly fqn: string;
  readonly method: string;
  readonly parameters: SchemaNode | null;
  readonly returns: SchemaNode | null;
  readonly needsCapability: boolean;
}

export function testText(
  context: RefactorContext,
  { fqn, method, parameters, returns, needsCapability }: Tested,
): string {
  const { component, targets } = context;
  const cut = fqn.lastIndexOf('\\');
  const [namespace, name] = [fqn.slice(0, cut), fqn.slice(cut + 1)];
  const keys = parameters?.kind === 'single' ? parameters.keys : [];
  const args = keys.filter(([, node]) => node.required === 'VALUE_REQUIRED').map(([key, node]) => argument(key, node));
  const call = callText(`${name}::${method}`, args, ' '.repeat(8), '$result = ;'.length);
  const usesModule = args.some((one) => one.includes('$module'));
  const usesCourse = usesModule || args.includes('$course->id');
  const setUp = (role: string, alone: string) => [
    '$this->resetAfterTest();',
    '',
    ...(usesCourse ? ['$course = $this->getDataGenerator()->create_course();'] : []),
    ...(usesModule
      ? [
          `$module = $this->getDataGenerator()->create_module('${moduleOf(component.name)}', ['course' => $course->id]);`,
        ]
      : []),
    ...(usesCourse
      ? [`$user = $this->getDataGenerator()->create_and_enrol($course, '${role}');`, '$this->setUser($user);']
      : alone.split('\n')),
    '',
  ];
  const newUser = '$user = $this->getDataGenerator()->create_user();\n$this->setUser($user);';
  const asAdmin = args.includes('$user->id') ? newUser : '$this->setAdminUser();';
  const allowed = [...setUp('editingteacher', asAdmin), ...asserted(name, method, call, returns)];
  const denied = [
    ...setUp('student', newUser),
    '$this->expectException(\\required_capability_exception::class);',
    `${call};`,
  ];
  // The test case has its place in core_external since 4.4; PHPUnit 11 (Moodle 5.0) reads attributes.
  const isOld = targets.from < 404;
  const hasAttributes = targets.from >= 500;
  const needsApi = returns !== null;
  const api = targets.from < 402 ? 'external_api' : 'core_external\\external_api';
  return `${phpHeader}
namespace ${namespace};
${needsApi ? `\nuse ${api};\n` : ''}${
    isOld
      ? `
defined('MOODLE_INTERNAL') || die();

global $CFG;
require_once($CFG->dirroot . '/webservice/tests/helpers.php');
`
      : ''
  }
${docComment([
  `Tests for the ${name} external function.`,
  '',
  `@package    ${component.name}`,
  '@category   test',
  `@copyright  ${copyrightOf(context)}`,
  `@license    ${licence}`,
  ...(hasAttributes ? [] : [`@covers     \\${fqn}`]),
])}
${hasAttributes ? `#[\\PHPUnit\\Framework\\Attributes\\CoversClass(${name}::class)]\n` : ''}final class ${name}_test extends ${isOld ? '\\externallib_advanced_testcase' : '\\core_external\\tests\\externallib_testcase'} {
${test(`Test ${method}()${needsCapability ? ' as a user with the capability' : ''}.`, `test_${method}`, allowed)}${needsCapability ? `\n\n${test(`Test ${method}() without the capability.`, `test_${method}_no_capability`, denied)}` : ''}
}
`;
}

const test = (summary: string, name: string, lines: readonly string[]): string =>
  `${docComment([summary], '    ')}
    public function ${name}(): void {
${lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n')}
    }`;

function asserted(name: string, method: string, call: string, returns: SchemaNode | null): string[] {
  if (!returns) return [`$result = ${call};`, '', '$this->assertNull($result);'];
  const clean = [
    `$result = ${call};`,
    `$result = external_api::clean_returnvalue(${name}::${method}_returns(), $result);`,
    '',
  ];
  const isFlag = (key: string) =>
    returns.kind === 'single' &&
    returns.keys.some(([one, node]) => one === key && node.kind === 'value' && node.type === 'bool');
  if (isFlag('status')) return [...clean, "$this->assertTrue($result['status']);"];
  if (returns.kind === 'value') return [...clean, '$this->assertNotNull($result);'];
  const keys = returns.kind === 'single' ? returns.keys : [];
  const [first] = keys.filter(([, node]) => node.required === 'VALUE_REQUIRED');
  return [...clean, first ? `$this->assertArrayHasKey('${first[0]}', $result);` : '$this->assertIsArray($result);'];
}

function argument(key: string, node: SchemaNode): string {
  if (node.kind === 'value' && node.type === 'int') {
    if (/^course(id)?$/.test(key)) return '$course->id';
    if (/^(cmid|coursemoduleid)$/.test(key)) return '$module->cmid';
    if (/^user(id)?$/.test(key)) return '$user->id';
  }
  const sample = sampleArguments({
    ...{ kind: 'single', keys: [['x', node]], desc: '', required: 'VALUE_REQUIRED' },
    ...{ default: null, allownull: false, complete: true },
  });
  return phpLiteral((sample as { x: never }).x);
}

const moduleOf = (component: string): string => (component.startsWith('mod_') ? component.slice(4) : 'page');
