import { fieldFlag } from '../../index/entry.ts';
import { serviceRule, choices } from '../entryRules.ts';
import { offeredBy, hasKey } from '../serviceFunctions.ts';
import * as l10n from '@vscode/l10n';

export const serviceDownloadfiles = serviceRule(
  { id: 'service-downloadfiles', defaultSeverity: 'info', fixes: 'suggest' },
  function* (entry) {
    if (
      entry.field('downloadfiles')
        ? entry.known('downloadfiles') === undefined || fieldFlag(entry.entry, 'downloadfiles', false)
        : !entry.entry.complete
    )
      return;
    const { snapshot } = entry;
    for (const fn of offeredBy(entry)) {
      const { returns } = snapshot.describe(fn);
      if (!returns || !hasKey(returns, (key) => key === 'fileurl')) continue;
      yield {
        ...entry.place('downloadfiles'),
        message: l10n.t('{0} returns links to files, which do not open with a token of this service.', fn.name),
        suggest: choices(
          entry.field('downloadfiles') ? entry.replace('downloadfiles', '1') : entry.insert('downloadfiles', '1'),
        ),
      };
      return;
    }
  },
);
