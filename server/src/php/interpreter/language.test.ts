import { describe, expect, it } from 'vitest';
import { run } from '../program.testkit.ts';
import { programs } from './language.testkit.ts';

for (const [group, cases] of Object.entries(programs))
  describe(group, () => {
    it.each(cases)('%s', (php, result) => {
      expect(run(php)).toEqual(result);
    });
  });
