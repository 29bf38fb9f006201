import * as l10n from '@vscode/l10n';
import { replaceInside } from '../edits/style.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { Span } from '../php/cursor.ts';
import { versionOfBranch } from '../workspace/moodleVersions.ts';
import type { Finding, Fix, RuleFacts } from './rule.ts';

/** A message with the name that was probably meant, and the change to it. `place` is the wrong name, without quotes. */
export function withNearest(
  message: string,
  nearest: string | undefined,
  document: FeatureDocument,
  place: Span,
): Finding {
  if (nearest === undefined) return { ...place, message };
  return {
    ...place,
    message: `${message} ${l10n.t('Did you mean {0}?', nearest)}`,
    data: { nearest },
    suggest: () => [
      {
        title: l10n.t('Change to {0}', nearest),
        edits: [replaceInside(document.path, document.text.getText(), place, nearest)],
      },
    ],
  };
}

/** A finding with further changes to choose from. */
export const alsoSuggesting = (finding: Finding, more: () => readonly Fix[]): Finding => ({
  ...finding,
  suggest: () => [...(finding.suggest?.() ?? []), ...more()],
});

/** The line of a rule's page that says what is known of it: `Severity: error · Moodle 4.2 and later · has a fix`. */
export function factsLine({ defaultSeverity, since, until, fixes, needsCompleteSchema }: RuleFacts): string {
  return [
    `Severity: ${defaultSeverity}`,
    ...(since === undefined ? [] : [`Moodle ${versionOfBranch(since)} and later`]),
    ...(until === undefined ? [] : [`up to Moodle ${versionOfBranch(until)}`]),
    ...(needsCompleteSchema ? ['only where the schema is known in full'] : []),
    ...(fixes === undefined ? [] : [fixes === 'fix' ? 'has a fix' : 'has suggestions']),
  ].join(' · ');
}
