import { paramTags } from '../paramComments.ts';
import type { PhpParameter } from '../phpParameters.ts';
import type { Fix } from '../rule.ts';
import { crossed, plain, signatureRule } from '../signature.ts';
import type { Pair, Signature } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureOrder = signatureRule(
  { id: 'signature-order', defaultSeverity: 'error', fixes: 'suggest' },
  function* (signature) {
    const pairs = crossed(signature);
    const [first] = pairs;
    if (!first) return;
    const message = l10n.t(
      'Arguments are passed by position, in the order of the description: ${0} gets the value of {1}.',
      first.param.name,
      first.key,
    );
    yield { ...signature.at(first, message), suggest: () => reordered(signature, pairs) };
  },
);

/** The PHP parameters, and what the comment says of them, in the order of the keys. */
function reordered(signature: Signature, pairs: readonly Pair[]): Fix[] {
  const moves = pairs.flatMap(({ key, param }) => {
    const to = pairs.find((other) => plain(other.param.name) === plain(key))?.param;
    return to ? [{ from: param, to }] : [];
  });
  const after = signature.params.map((one) => moves.find(({ from }) => from === one)?.to ?? one);
  const firstDefault = after.findIndex(({ value }) => value !== undefined);
  const isInOrder = firstDefault < 0 || after.slice(firstDefault).every(({ value, isVariadic }) => value ?? isVariadic);
  if (!isInOrder) return [];
  const edits = moves.map(({ from, to }) => signature.edit(from, signature.file.text.slice(to.start, to.end)));
  return [{ title: l10n.t('Change the order of the parameters'), edits: [...edits, ...inComment(signature, moves)] }];
}

/** What `@param` says changes places, where it says something of each of these parameters once. */
function inComment(
  { file, method, edit }: Signature,
  moves: readonly { readonly from: PhpParameter; readonly to: PhpParameter }[],
) {
  const tags = paramTags(file, method);
  const of = (param: PhpParameter) => tags.filter(({ name }) => name === param.name);
  if (moves.some(({ from }) => of(from).length !== 1)) return [];
  return moves.flatMap(({ from, to }) => {
    const [place, other] = [of(from)[0], of(to)[0]];
    return place && other ? [edit(place, other.text)] : [];
  });
}
