import { describe, expect, it } from 'vitest';
import { newFunction } from './newFunction.ts';
import type { NewFunction } from './newFunction.ts';
import { refactorContext } from './refactor/context.ts';
import { open } from './shared/index.testkit.ts';
import type { Tree } from './shared/index.testkit.ts';
import {
  applyAll,
  classPath,
  createGroups,
  implemented,
  now,
  root,
  services,
  tree,
} from './refactor/refactor.testkit.ts';

describe('a new function', () => {
  const lang = `${root}/lang/en/local_groupmanager.php`;
  const files = tree('', {
    [lang]: "<?php\n$string['groupmanager:view'] = 'View';\n$string['pluginname'] = 'Groups';\n",
  });
  const made = (wanted: Partial<NewFunction>, more: Tree = {}) => {
    const all: Tree = { ...files, ...more };
    const { index, document } = open(all, services, all[services]!);
    const context = refactorContext(index, document, 0, now)!;
    const result = newFunction(context, {
      name: 'create_groups',
      type: 'write',
      ajax: true,
      capability: '',
      ...wanted,
    });
    return 'failure' in result ? result.failure : applyAll(all, result.edits);
  };

  it('is class, entry, test, capability with its text, and a higher version', () => {
    const after = made({ capability: 'local/groupmanager:manage' }) as Tree;
    expect(after[classPath]).toBe(
      createGroups
        .replaceAll('Creates new groups.', 'Create groups.')
        .replace('moodle/course:managegroups', 'local/groupmanager:manage'),
    );
    expect(after[services]).toContain(
      "'description' => 'Create groups.',\n        'type' => 'write',\n        'ajax' => true,\n",
    );
    expect(after[`${root}/tests/external/create_groups_test.php`]).toContain('create_groups::execute($course->id);');
    expect(after[`${root}/db/access.php`]).toContain(
      "    'local/groupmanager:manage' => [\n        'captype' => 'write',\n",
    );
    expect(after[lang]).toBe(
      "<?php\n$string['groupmanager:manage'] = 'Create groups';\n$string['groupmanager:view'] = 'View';\n$string['pluginname'] = 'Groups';\n",
    );
    expect(after[`${root}/version.php`]).toContain('= 2026013100;');
  });

  it('leaves capabilities of others alone, and joins those that are there', () => {
    const after = made({ capability: 'moodle/course:view', ajax: false, type: 'read' }) as Tree;
    expect(after[`${root}/db/access.php`]).toBeUndefined();
    expect(after[lang]).toBe(files[lang]);
    expect(after[services]).not.toContain('ajax');
    const access = "<?php\n$capabilities = [\n    'local/groupmanager:view' => ['captype' => 'read'],\n];\n";
    const joined = made({ capability: 'local/groupmanager:manage' }, { [`${root}/db/access.php`]: access }) as Tree;
    expect(joined[`${root}/db/access.php`]).toMatch(
      /^ {4}'local\/groupmanager:view' => .*\n {4}'local\/groupmanager:manage' => \[\n {8}'captype'/m,
    );
  });

  it('says why it cannot be', () => {
    expect(made({ name: 'Get Orders' })).toContain('is no name of a function');
    expect(made({ capability: 'manage' })).toContain('is no name of a capability');
    expect(made({}, implemented)).toContain('There is a function local_groupmanager_create_groups already');
    expect(made({}, { [classPath]: '<?php' })).toContain('There is a file');
    expect(made({}, { [services]: '<?php\n$functions = f();\n' })).toContain('is no array');
  });
});
