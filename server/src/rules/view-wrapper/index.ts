import { runningRule } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const viewWrapper = runningRule(
  { id: 'view-wrapper', defaultSeverity: 'hint', tags: ['convention'] },
  /\b(trigger|set_module_viewed)\s*\(/,
  function* (method) {
    if (!method.fns.some(({ fn }) => fn.name.includes('_view_'))) return;
    const [call] = method.facts.named('trigger', 'set_module_viewed').filter(({ receiver }) => receiver !== undefined);
    if (!call) return;
    yield {
      ...call.nameSpan,
      message: l10n.t('The page does the same when it is viewed: put it into a function that both call.'),
    };
  },
);
