import { describe, expect, it } from 'vitest';
import {
  applied,
  at,
  classPath,
  createGroups,
  entry,
  header,
  implemented,
  services,
  titles,
  tree,
} from './refactor.testkit.ts';

describe('an entry from its class', () => {
  it('has what the class says of itself', () => {
    const files = tree('', { [classPath]: createGroups });
    const after = applied(
      files,
      classPath,
      at(createGroups, 'create_groups extends'),
      'Add local_groupmanager_create_groups',
    );
    expect(after[services]).toBe(`<?php\n$functions = [\n${entry}];\n`);
  });

  it('is written as the others are', () => {
    const other =
      "    'local_groupmanager_x' => array(\n        'classname'   => 'x',\n        'description' => 'X.',\n    )\n";
    const files = { ...tree(''), [services]: `<?php\n$functions = array(\n${other});\n`, [classPath]: createGroups };
    const after = applied(files, classPath, at(createGroups, 'create_groups extends'), 'Add local_groupmanager')[
      services
    ]!;
    expect(after).toContain(
      "    ),\n    'local_groupmanager_create_groups' => [\n        'classname'    => 'local_groupmanager",
    );
    expect(after).toContain("        'type'         => 'write',\n");
  });

  it('makes the file where there is none', () => {
    const files = Object.fromEntries(
      Object.entries(tree('', { [classPath]: createGroups })).filter(([path]) => path !== services),
    );
    const after = applied(files, classPath, at(createGroups, 'create_groups extends'), 'Add local_groupmanager')[
      services
    ]!;
    expect(after.startsWith(`${header}\n/**\n * External functions and services of local_groupmanager.\n`)).toBe(true);
    expect(after).toContain(
      "defined('MOODLE_INTERNAL') || die();\n\n$functions = [\n    'local_groupmanager_create_groups' => [\n",
    );
  });

  it('is not offered where there is one', () => {
    expect(titles(implemented, classPath, at(createGroups, 'create_groups extends')).join()).not.toContain(
      'db/services.php',
    );
  });
});
