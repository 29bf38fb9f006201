import { describe, expect, it } from 'vitest';
import {
  applied,
  at,
  className,
  classPath,
  createGroups,
  entry,
  implemented,
  root,
  services,
  titles,
  tree,
  version,
} from './refactor.testkit.ts';

describe('a class from its entry', () => {
  const files = tree(entry);
  const marked = at(files[services]!, 'create_groups');

  it('validates, checks and answers', () => {
    expect(applied(files, services, marked, 'Create the class')[classPath]).toBe(createGroups);
  });

  it.each([
    ['as written', ' * @copyright  2024 Acme Inc.\n', '2024 Acme Inc.'],
    [
      'of several lines',
      ' * @copyright  2024 Acme,\n *             2025 Jane Doe\n *\n * Else.\n',
      '2024 Acme, 2025 Jane Doe',
    ],
    ['up to the next tag', ' * @copyright 2024 Acme\n * @license x\n', '2024 Acme'],
    ['up to the end of the comment', ' * @copyright 2024 Acme', '2024 Acme'],
  ])('has the copyright of the plugin, %s', (_, doc, copyright) => {
    const text = version(2024042200).replace('<?php\n', `<?php\n/**\n${doc} */\n`);
    const made = applied({ ...files, [`${root}/version.php`]: text }, services, marked, 'Create the class')[classPath]!;
    expect(made).toContain(`\n * @copyright  ${copyright}\n * @license    http`);
  });

  it('wraps a long description', () => {
    const long = `Creates ${'many '.repeat(40)}groups.`;
    const described = tree(
      entry.replace('Creates new groups.', long).replace("'description' => ", "'description' =>\n"),
    );
    const lines = applied(described, services, at(described[services]!, 'create_groups'), 'Create the class')[
      classPath
    ]!;
    expect(lines).toMatch(/\n \* Creates many .*many\n \* many .*groups\.\n \*\n/);
  });

  it('is one of older Moodle where the plugin supports that', () => {
    const text = applied(tree(entry, {}, 2022112800), services, marked, 'Create the class')[classPath]!;
    expect(text).toContain(
      "\ndefined('MOODLE_INTERNAL') || die();\n\nglobal $CFG;\nrequire_once($CFG->libdir . '/externallib.php');\n",
    );
    expect(text).toContain('\nuse context_course;\nuse external_api;\n');
    expect(text).not.toContain('core_external');
  });

  it('asks for what the level of its capability says', () => {
    const withAccess = (level: string) =>
      applied(
        tree(entry.replace('moodle/course:managegroups', 'local/groupmanager:manage'), {
          [`${root}/db/access.php`]: `<?php\n$capabilities = ['local/groupmanager:manage' => ['contextlevel' => ${level}]];\n`,
        }),
        services,
        at(tree(entry.replace('moodle/course:managegroups', 'local/groupmanager:manage'))[services]!, 'create_groups'),
        'Create the class',
      )[classPath]!;
    expect(withAccess('CONTEXT_MODULE')).toContain('context_module::instance($cmid)');
    const system = withAccess('CONTEXT_SYSTEM');
    expect(system).toContain('context_system::instance()');
    expect(system).toContain('return new external_function_parameters([]);');
    expect(system).not.toContain('validate_parameters');
  });

  it('is not offered where it is there, or not in this plugin', () => {
    expect(titles(implemented, services, marked).filter((one) => one.startsWith('Create the class'))).toEqual([]);
    const foreign = tree(entry.replace(className, 'core_group\\external\\x'));
    expect(titles(foreign, services, at(foreign[services]!, 'create_groups'))).not.toContain(
      'Create the class core_group\\external\\x',
    );
  });
});
