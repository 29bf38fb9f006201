import { describedOf } from '../described.ts';
import type { Finding, Rule } from '../rule.ts';
import { testedCalls, isTestFile } from '../testFiles.ts';
import * as l10n from '@vscode/l10n';

export const testMissingCleanReturnvalue: Rule = {
  id: 'test-missing-clean-returnvalue',
  defaultSeverity: 'hint',
  tags: ['convention'],
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    if (!isTestFile(document.path) || /clean_returnvalue|call_external_function/.test(document.text.getText())) return;
    for (const { fn, start, end } of testedCalls(context)) {
      if (!describedOf(snapshot, fn.name)?.returns) continue;
      yield {
        start,
        end,
        message: l10n.t('The test does not clean what is returned: mistakes in the description of it stay unseen.'),
      };
      return;
    }
  },
};
