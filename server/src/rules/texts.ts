import * as l10n from '@vscode/l10n';
import type { Finding } from './rule.ts';

/** A message with the name that was probably meant, and that name for a quick fix. */
export function withNearest(message: string, nearest: string | undefined): Pick<Finding, 'message' | 'data'> {
  if (nearest === undefined) return { message };
  return { message: `${message} ${l10n.t('Did you mean {0}?', nearest)}`, data: { nearest } };
}
