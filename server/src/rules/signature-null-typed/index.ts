import { choices } from '../entryRules.ts';
import type { Fix } from '../rule.ts';
import { nullable, pairRule } from '../signature.ts';
import type { Pair, Signature } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureNullTyped = pairRule(
  { id: 'signature-null-typed', defaultSeverity: 'off', fixes: 'suggest' },
  function* (signature, pair) {
    const { node, param } = pair;
    if (node.kind !== 'value' || !node.allownull || param.takesNull) return;
    const message = l10n.t(
      'A client may send null, which ${0} does not take: that ends in a TypeError. Where the description refuses null, Moodle tells the client what is wrong.',
      param.name,
    );
    yield {
      ...signature.at(pair, message),
      suggest: choices(refusing(signature, pair), signature.retype(param, nullable(param.type))),
    };
  },
);

const before = ["''", 'VALUE_REQUIRED', 'null'];

/** Null is refused by the fifth argument. */
function refusing({ site, edit }: Signature, { key, node }: Pair): (() => Fix) | undefined {
  const described = site(key);
  const isPositional = described?.args.every(({ name }) => name === undefined) && !described.hasSpread;
  // A default of null would be refused as well.
  if (
    !described ||
    described.args.length === 0 ||
    !isPositional ||
    (node.required === 'VALUE_DEFAULT' && node.default === null)
  )
    return undefined;
  const given = described.arg('allownull');
  const { length } = described.args;
  const added = [...before.slice(length - 1), 'NULL_NOT_ALLOWED'];
  return () => ({
    title: l10n.t('Refuse null in the description'),
    edits: [given ? edit(given, 'NULL_NOT_ALLOWED') : described.splice(length, 0, added)],
  });
}
