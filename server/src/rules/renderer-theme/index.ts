import { runningRule } from '../methods.ts';
import type { RunningMethod } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const rendererTheme = runningRule(
  { id: 'renderer-theme', defaultSeverity: 'hint', tags: ['convention'] },
  /->\s*render(_\w+)?\s*\(/,
  function* (method) {
    const call = method.facts.calls.find(
      ({ name, receiver, isStatic }) => !isStatic && receiver !== undefined && /^render(_\w+)?$/i.test(name),
    );
    if (!call || knowsTheme(method) || !returnsMarkup(method)) return;
    yield {
      ...call.island,
      message: l10n.t(
        'What {0}() makes depends on the theme of the request, which is not always that of the page which shows it: let the caller name the theme.',
        call.name,
      ),
    };
  },
);

/** Whether the caller names the theme (`core_output_load_template`), or code sets it. */
const knowsTheme = ({ reach, snapshot, fns }: RunningMethod): boolean =>
  reach.bodies.some(({ facts }) => facts.named('force_theme', 'set_theme', 'initialise_theme').length > 0) ||
  fns.some(({ fn }) => {
    const { parameters } = snapshot.describe(fn);
    return parameters?.kind === 'single' && parameters.keys.some(([key]) => /theme/i.test(key));
  });

/** Whether a result has a place for markup: a text that is not cleaned. */
const returnsMarkup = ({ snapshot, fns }: RunningMethod): boolean =>
  fns.some(({ fn }) => {
    const { returns } = snapshot.describe(fn);
    return returns !== null && JSON.stringify(returns).includes('"raw"');
  });
