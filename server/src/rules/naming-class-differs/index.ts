import { choices, functionRule } from '../entryRules.ts';
import { renamedTo } from '../functionNames.ts';
import * as l10n from '@vscode/l10n';

export const namingClassDiffers = functionRule(
  { id: 'naming-class-differs', defaultSeverity: 'off', tags: ['convention'], fixes: 'suggest' },
  function* (entry) {
    const { classname } = entry.fn;
    const { name } = entry.component;
    if (!classname.includes('\\external\\') || !entry.entry.name.startsWith(`${name}_`)) return;
    const short = classname.slice(classname.lastIndexOf('\\') + 1);
    const expected = entry.entry.name.slice(name.length + 1);
    if (short === expected) return;
    yield {
      ...entry.place('classname'),
      message: l10n.t('The function would have its class in {0}.', `${name}\\external\\${expected}`),
      // A class with other methods has other functions as well.
      suggest: entry.fn.methodname === 'execute' ? choices(renamedTo(entry, `${name}_${short}`)) : undefined,
    };
  },
);
