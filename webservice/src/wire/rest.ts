import { formFields } from './fields.ts';
import type { FormField, HttpRequest } from './http.ts';
import type { Call, Refusal } from './outcome.ts';
import type { Secret } from './secret.ts';
import { isFunctionName, unsendable } from './sendable.ts';
import type { Wwwroot } from './wwwroot.ts';

const endpoint = '/webservice/rest/server.php';
/** PHP's default of `max_input_vars`; what comes after is dropped without a word. */
const usualMaxVariables = 1000;

export type EncodedCall =
  { kind: 'request'; request: HttpRequest; warnings: EncodeWarning[] } | Exclude<Refusal, { kind: 'invalid-wwwroot' }>;

/** The call is sent, but the server may read less than all of it. */
export interface EncodeWarning {
  kind: 'many-variables';
  variables: number;
  message: string;
}

/**
 * A call as Moodle's REST server reads it: a form by POST, the answer as JSON. JSON bodies and Authorization headers
 * would be ignored there. The token comes first, since PHP drops variables from the end.
 * Source: webservice/rest/locallib.php.
 */
export function encodeRest(call: Call, wwwroot: Wwwroot, token: Secret): EncodedCall {
  const url = wwwroot + endpoint;
  if (token.isEmpty) return { kind: 'no-token' };
  if (token.wwwroot !== wwwroot) return { kind: 'wrong-site', wwwroot: token.wwwroot, url };
  if (!isFunctionName(call.function)) return unsendable('function-name', '');
  const args = formFields(call.args);
  if (args.kind !== 'fields') return args;
  const fields: FormField[] = [
    ['wstoken', token],
    ['wsfunction', call.function],
    ['moodlewsrestformat', 'json'],
    ...args.fields,
  ];
  return {
    kind: 'request',
    request: {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: { kind: 'form', fields },
    },
    warnings: fields.length > usualMaxVariables ? [manyVariables(fields.length)] : [],
  };
}

function manyVariables(variables: number): EncodeWarning {
  const message = `The call has ${variables} variables. PHP reads ${usualMaxVariables} unless max_input_vars is raised, and drops the others silently.`;
  return { kind: 'many-variables', variables, message };
}
