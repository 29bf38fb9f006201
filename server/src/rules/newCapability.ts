import * as l10n from '@vscode/l10n';
import { newCapability } from '../features/refactor/capability.ts';
import type { Component } from '../workspace/codebase.ts';
import { refactorPlace } from './refactorPlace.ts';
import type { Fix, RuleContext } from './rule.ts';

/** Defines a capability of the component itself, with its text for people; nothing for others. */
export function definedHere(context: RuleContext, component: Component | undefined, name: string): Fix[] {
  if (!component) return [];
  const words = name.slice(name.indexOf(':') + 1).replace(/_/g, ' ');
  const reads = /^(view|read|list|see|get|access)/.test(words);
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  const edits = newCapability(refactorPlace(context, component, 0), name, reads ? 'read' : 'write', text);
  return edits.length === 0 ? [] : [{ title: l10n.t('Add it to {0}', 'db/access.php'), edits }];
}
