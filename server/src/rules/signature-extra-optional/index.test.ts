import { expect, it } from 'vitest';
import { signatureFindings } from '../rules.testkit.ts';
import { signatureExtraOptional as rule } from './index.ts';

const a = "'a' => new external_value(PARAM_INT, 'A')";

it('finds a parameter that no client can fill', () => {
  expect(signatureFindings(rule, a, '$a, $b = 1')).toEqual([
    '$b: No key is described for $b: by web service it always has its default.',
  ]);
});

it.each(['$a', '$a = 1', '$a, $b', '$a, ...$b'])('is silent about (%s)', (signature) => {
  expect(signatureFindings(rule, a, signature)).toEqual([]);
});
