import type { RefactorContext } from '../features/refactor/context.ts';
import type { Component } from '../workspace/codebase.ts';
import type { RuleContext } from './rule.ts';

/** What actions know of a place, for rules whose suggestions are those actions. */
export const refactorPlace = (
  { snapshot, document, targets, today = '' }: RuleContext,
  component: Component,
  offset: number,
): RefactorContext => ({
  ...{ index: snapshot, document, offset, component, targets },
  now: { today, branchOf: () => undefined },
});
