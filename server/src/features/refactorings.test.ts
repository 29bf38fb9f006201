import { expect, it } from 'vitest';
import { implemented, root, services, titles } from './refactor/refactor.testkit.ts';

it('elsewhere there is nothing to offer', () => {
  for (const [path, text] of [
    [`${root}/lib.php`, '<?php\nfunction x() {\n █}\n'],
    [`${root}/amd/src/a.js`, 'x();█'],
    ['/elsewhere/a.php', '<?php class a { function b() {█} }'],
    [services, '<?php\n█'],
  ])
    expect(titles(implemented, path!, text!)).toEqual([]);
});
