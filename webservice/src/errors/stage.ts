import type { Failure, MoodleException } from '../wire/outcome.ts';

/** Where in the code of a plugin the reason of a failure may be. */
type PlaceKind = 'declaration' | 'implementation';

/** A step on the way of a call, in plain words. */
export interface Stage {
  /** The step that failed. */
  name: string;
  /** What worked before it, and so needs no look; one sentence. */
  works: string;
  /** The places of the function that are worth a look. */
  places: readonly PlaceKind[];
}

/** In the order in which a call passes them (webservice/lib.php, webservice/rest/locallib.php, external_api.php). */
const stages = {
  request: { name: 'making the request', works: 'Nothing was sent.', places: [] },
  connection: { name: 'connecting', works: 'No whole answer came from the site.', places: [] },
  address: { name: 'finding Moodle', works: 'A server answered at this address.', places: [] },
  protocol: { name: 'protocol', works: 'Moodle was reached.', places: [] },
  token: { name: 'token', works: 'Web services and the protocol are on.', places: [] },
  access: { name: 'token, user or service', works: 'Web services and the protocol are on.', places: ['declaration'] },
  session: { name: 'session', works: 'Moodle was reached, and it knows the function.', places: [] },
  offer: { name: 'service, or use by AJAX', works: 'Moodle was reached.', places: ['declaration'] },
  user: { name: 'state of the user', works: 'The token is known.', places: [] },
  capability: { name: 'permission to use REST', works: 'The token is known and its user is active.', places: [] },
  function: {
    name: 'finding the function',
    works: 'The token is accepted and its user may use REST.',
    places: ['declaration'],
  },
  class: {
    name: 'class of the function',
    works: 'The token is accepted and the site knows the function.',
    places: ['declaration', 'implementation'],
  },
  service: {
    name: 'service of the token',
    works: 'The token is accepted; the function and its class are there.',
    places: ['declaration'],
  },
  parameters: {
    name: 'arguments',
    works: 'The token is accepted and may call this function.',
    places: ['implementation'],
  },
  body: {
    name: 'the function itself',
    works: 'The token may call this function, and the arguments fit its parameters.',
    places: ['implementation'],
  },
  returns: { name: 'return value', works: 'The function ran to its end.', places: ['implementation'] },
} as const satisfies Record<string, Stage>;

type StageName = keyof typeof stages;

const byKind: Readonly<Record<Exclude<Failure['kind'], 'exception'>, StageName>> = {
  unsendable: 'request',
  'wrong-site': 'request',
  'no-token': 'request',
  'no-session': 'request',
  'invalid-url': 'request',
  dns: 'connection',
  refused: 'connection',
  unreachable: 'connection',
  reset: 'connection',
  tls: 'connection',
  timeout: 'connection',
  'too-large': 'connection',
  cancelled: 'connection',
  'not-http': 'address',
  redirect: 'address',
  'http-status': 'address',
  html: 'address',
  'protocol-disabled': 'protocol',
  xml: 'protocol',
  empty: 'protocol',
  'invalid-soap': 'protocol',
  'invalid-json': 'protocol',
  'too-deep': 'protocol',
};

/**
 * What tells the stage of an exception; the first row that fits counts. `when` is looked for in debuginfo, which is
 * English on every site, and in the message, which repeats an untranslated part of it.
 */
const exceptions: readonly { errorcode: RegExp; when?: RegExp; stage: StageName }[] = [
  { errorcode: /^invalidtoken$/, stage: 'token' },
  { errorcode: /^(servicerequireslogin|invalidsesskey)$/, stage: 'session' },
  { errorcode: /^missingparam$/, when: /\(sesskey\)/, stage: 'session' },
  { errorcode: /^missingparam$/, when: /\(token\)/, stage: 'token' },
  { errorcode: /^servicenotavailable$/, stage: 'offer' },
  { errorcode: /^accessexception$/, when: /token expired|not supported/i, stage: 'token' },
  { errorcode: /^accessexception$/, when: /webservice\/\w+:use/, stage: 'capability' },
  { errorcode: /^accessexception$/, when: /Access to the function/, stage: 'service' },
  { errorcode: /^accessexception$/, stage: 'access' },
  { errorcode: /^(wsaccessuser\w+|sitemaintenance|restoredaccountresetpassword|passwordisexpired)$/, stage: 'user' },
  { errorcode: /^invalidrecord$/, when: /\bexternal_functions\b/, stage: 'function' },
  {
    errorcode: /^codingerror$/,
    when: /Cannot find (file|external class)|Missing (implementation|parameters|returned)|did not return a valid/i,
    stage: 'class',
  },
  { errorcode: /^invalidparameter$/, stage: 'parameters' },
  { errorcode: /^invalidresponse$/, stage: 'returns' },
];

/** The step at which a call failed: what comes before it works. An error that is not known comes from the function. */
export function stageOf(failure: Failure): Stage {
  return stages[failure.kind === 'exception' ? stageOfException(failure) : byKind[failure.kind]];
}

function stageOfException({ errorcode, exceptionClass, debuginfo, message, format }: MoodleException): StageName {
  if (format === 'soap' && errorcode === '') return exceptionClass === 'MOODLE:error' ? 'access' : 'parameters';
  const text = `${debuginfo ?? ''}\n${message}`;
  return exceptions.find((row) => row.errorcode.test(errorcode) && (row.when?.test(text) ?? true))?.stage ?? 'body';
}
