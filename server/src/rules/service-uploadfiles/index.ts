import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import { fieldFlag } from '../../index/entry.ts';
import { serviceRule, choices } from '../entryRules.ts';
import { offeredBy, hasKey } from '../serviceFunctions.ts';
import * as l10n from '@vscode/l10n';

export const serviceUploadfiles = serviceRule(
  { id: 'service-uploadfiles', defaultSeverity: 'info', fixes: 'suggest' },
  function* (entry) {
    if (
      entry.field('uploadfiles')
        ? entry.known('uploadfiles') === undefined || fieldFlag(entry.entry, 'uploadfiles', false)
        : !entry.entry.complete
    )
      return;
    const { snapshot } = entry;
    for (const fn of offeredBy(entry)) {
      const { parameters } = snapshot.describe(fn);
      if (!parameters || !hasKey(parameters, isDraft)) continue;
      yield {
        ...entry.place('uploadfiles'),
        message: l10n.t('{0} takes uploaded files, and clients of this service cannot upload any.', fn.name),
        suggest: choices(
          entry.field('uploadfiles') ? entry.replace('uploadfiles', '1') : entry.insert('uploadfiles', '1'),
        ),
      };
      return;
    }
  },
);

/** The id of a draft area: by its name, or an item id that its description calls so. */
const isDraft = (key: string, { desc }: SchemaNode): boolean =>
  /draft(item|area)?_?id$/i.test(key) || (key === 'itemid' && typeof desc === 'string' && /draft/i.test(desc));
