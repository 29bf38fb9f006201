import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json } from '../../../webservice/src/schema/node.ts';
import { validateParameters } from '../../../webservice/src/schema/validate.ts';
import { refusals } from '../../../webservice/src/errors/refusals.ts';
import { formFields } from '../../../webservice/src/wire/fields.ts';
import type { Path, Problem } from './messages.ts';

/** What REST cannot carry, and what Moodle would refuse, each at the field where it is. */
export function argumentProblems(known: ExternalFunction | null, args: Json): Problem[] {
  const problems = validateParameters(known?.parameters ?? null, args).problems.flatMap(
    ({ kind, path, keys, message }): Problem[] =>
      kind === 'unexpected' ? keys.map((key) => ({ path: [...path, key], message })) : [{ path: [...path], message }],
  );
  const fields = formFields(args);
  if (fields.kind === 'fields') return problems;
  const { title, cause } = refusals.unsendable({ ...fields, path: '' });
  return [...problems, { path: pathOf(fields.path, args), message: `${title}. ${cause}` }];
}

/** `courses[0][shortname]` as keys and indexes; a key that is only digits is an index where a list is. */
function pathOf(text: string, args: Json): Path {
  const path: Path = [];
  let value: Json | undefined = args;
  for (const part of text.split(/\]\[|\[|\]$/).filter((each) => each !== '')) {
    path.push(Array.isArray(value) ? Number(part) : part);
    value = typeof value === 'object' && value !== null ? (value as Record<string, Json | undefined>)[part] : undefined;
  }
  return path;
}
