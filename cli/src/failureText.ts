import { explain } from '../../webservice/src/errors/explain.ts';
import type { Failure } from '../../webservice/src/wire/outcome.ts';
import { printable } from './style.ts';

/** A failure of a call in words, without characters that a terminal would obey. */
export function failureText(failure: Failure): { readonly failure: string } {
  const { code, title, cause, cure, stage, detail } = explain(failure);
  const said = (detail ?? '').split('\n').filter((line) => line.trim() !== '');
  const lines = [`${title} (${code}, at: ${stage.name}).`, cause, cure, ...said.slice(0, 20)];
  const indent = (index: number) => (index < 3 ? '' : '  ');
  return { failure: lines.map((line, index) => indent(index) + printable(line, 1000)).join('\n') };
}
