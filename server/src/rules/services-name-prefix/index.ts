import { choices, functionRule } from '../entryRules.ts';
import { renamedTo } from '../functionNames.ts';
import * as l10n from '@vscode/l10n';

export const servicesNamePrefix = functionRule(
  { id: 'services-name-prefix', defaultSeverity: 'warning', tags: ['convention'], fixes: 'suggest' },
  function* (entry) {
    const { name } = entry.component;
    if (entry.entry.name.startsWith(`${name}_`) || (name.startsWith('core_') && entry.entry.name.startsWith('core_')))
      return;
    // A test of Moodle 5.1 asserts it of plugins.
    const isTested = Number.isFinite(entry.context.targets.to) && entry.context.targets.to >= 501;
    yield {
      ...entry.name,
      ...(isTested ? { severity: 'error' as const } : {}),
      message: l10n.t('Names must be unique on a site: this one should begin with {0}.', `${name}_`),
      suggest: choices(renamedTo(entry, prefixed(entry.entry.name, name))),
    };
  },
);

/** `shop_get_orders` → `local_shop_get_orders` */
function prefixed(name: string, component: string): string {
  const plugin = `${component.slice(component.indexOf('_') + 1)}_`;
  return `${component}_${name.startsWith(plugin) ? name.slice(plugin.length) : name}`;
}
