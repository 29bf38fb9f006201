import { paramTypeByValue } from '../../../../webservice/src/schema/paramTypes.ts';
import type { Span } from '../../php/cursor.ts';
import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const paramTypeNotParam = descriptionRule(
  { id: 'param-type-not-param', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('type');
    const type = site.kind === 'value' ? site.literal('type') : undefined;
    if (!type || !place) return;
    const written = site.file.text.slice(place.start, place.end);
    if (/^[\w\\]*\bparam::\w+$/i.test(written)) {
      const code = `${written}->value`;
      yield {
        ...place,
        message: l10n.t('A case of the enumeration is no type: PHP cannot make a text of it.'),
        suggest: () => [
          { title: l10n.t('Change to {0}', code), edits: [{ path: site.file.path, ...spanOf(place), text: code }] },
        ],
      };
      return;
    }
    if (type.kind === 'scalar') {
      const known = typeof type.value === 'string' ? paramTypeByValue(type.value) : undefined;
      const desc = site.literal('desc');
      const isSwapped = desc?.kind === 'constant' && desc.name.startsWith('PARAM_');
      yield {
        ...place,
        ...(known ? { severity: 'hint' as const } : {}),
        message: known
          ? l10n.t('The constant for this type is {0}.', known.name)
          : l10n.t('The first argument is the type, a PARAM constant: Moodle fails with unknownparamtype.'),
        suggest: () => [...(known ? [change(site, place, known.name)] : []), ...(isSwapped ? [swap(site)] : [])],
      };
    } else if (type.kind === 'constant' && /^(VALUE|NULL)_/.test(type.name)) {
      yield {
        ...place,
        message: l10n.t('The first argument is the type, a PARAM constant: Moodle fails with unknownparamtype.'),
      };
    }
  },
);

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const change = ({ file }: DescriptionSite, place: Span, code: string): Fix => ({
  title: l10n.t('Change to {0}', code),
  edits: [{ path: file.path, ...spanOf(place), text: code }],
});

/** The type and the description in the order of the constructor. */
function swap({ file, args }: DescriptionSite): Fix {
  const [first, second] = args;
  const text = (one: Span | undefined) => (one ? file.text.slice(one.start, one.end) : '');
  const edits =
    first && second
      ? [
          { path: file.path, ...spanOf(first), text: text(second) },
          { path: file.path, ...spanOf(second), text: text(first) },
        ]
      : [];
  return { title: l10n.t('Put the type first'), edits };
}
