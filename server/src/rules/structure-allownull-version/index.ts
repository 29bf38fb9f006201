import { versionOfBranch } from '../../workspace/moodleVersions.ts';
import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const structureAllownullVersion = descriptionRule(
  { id: 'structure-allownull-version', defaultSeverity: 'warning', until: 402, tags: ['compatibility'] },
  function* (site, { targets }) {
    const place = site.kind === 'single' || site.kind === 'multiple' ? site.arg('allownull') : undefined;
    if (!place || targets.from === 0 || site.allowsNull !== true) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Moodle {0} ignores this for structures: it refuses null there.', versionOfBranch(targets.from)),
    };
  },
);
