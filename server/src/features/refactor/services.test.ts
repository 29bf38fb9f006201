import { describe, expect, it } from 'vitest';
import { applied, at, entry, implemented, now, root, services, titles, tree, version } from './refactor.testkit.ts';

describe('an entry', () => {
  const marked = at(implemented[services]!, 'create_groups');

  it('joins the mobile service, and one of the plugin', () => {
    expect(applied(implemented, services, marked, 'Add to the mobile service')[services]).toContain(
      "        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],\n    ],",
    );
    const listed = tree(entry.replace("'type'", "'services' => ['x'],\n        'type'"));
    expect(applied(listed, services, at(listed[services]!, 'create_groups'), 'Add to the mobile')[services]).toContain(
      "'services' => ['x', MOODLE_OFFICIAL_MOBILE_SERVICE],",
    );
    const own = `${implemented[services]!}$services = [\n    'Mine' => ['functions' => ['a'], 'shortname' => 'mine'],\n];\n`;
    const after = applied(
      { ...implemented, [services]: own },
      services,
      at(own, 'create_groups'),
      'Add to the service “Mine”',
    );
    expect(after[services]).toContain("['a', 'local_groupmanager_create_groups']");
    expect(titles(after, services, at(after[services]!, 'create_groups')).join()).not.toContain('Mine');
  });

  it('raises the version, once a day to the day', () => {
    expect(applied(implemented, services, marked, 'Raise the version to 2026013100')[`${root}/version.php`]).toContain(
      '$plugin->version = 2026013100; // Raise me.',
    );
    const files = { ...implemented, [`${root}/version.php`]: version(0).replace('2026010100', '2026013100') };
    expect(titles(files, services, marked)).toContain('Raise the version to 2026013101');
    const onStable = { ...now, branchOf: () => 'MOODLE_404_STABLE' };
    expect(titles(implemented, services, marked, onStable)).toContain('Raise the version to 2026010101');
  });
});
