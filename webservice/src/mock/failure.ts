import type { ExternalFunction } from '../schema/function.ts';

/** An exception of Moodle as the mock site says it. */
export interface MockException {
  exceptionClass: string;
  errorcode: string;
  message: string;
  debuginfo: string | null;
  /** The file of language strings that the message comes from; a part of the address of Moodle's documentation. */
  module: 'error' | 'debug' | 'moodle' | 'webservice';
}

/**
 * What a site tells about its errors. `none` is what live sites do; from `normal` on REST tells debuginfo
 * (DEBUG_NORMAL); AJAX and token.php tell it at `developer` (DEBUG_DEVELOPER).
 */
export type DebugLevel = 'none' | 'normal' | 'developer';

export const invalidToken: MockException = {
  exceptionClass: 'moodle_exception',
  errorcode: 'invalidtoken',
  message: 'Invalid token - token not found',
  debuginfo: null,
  module: 'webservice',
};

export const missingFunction: MockException = {
  exceptionClass: 'invalid_parameter_exception',
  errorcode: 'invalidparameter',
  message: 'Invalid parameter value detected',
  debuginfo: 'Missing function name',
  module: 'debug',
};

export function unknownFunction(name: string): MockException {
  return {
    exceptionClass: 'dml_missing_record_exception',
    errorcode: 'invalidrecord',
    message: "Can't find data record in database table external_functions.",
    debuginfo: `SELECT * FROM {external_functions} WHERE name = ?\n[array (\n  0 => '${name}',\n)]`,
    module: 'error',
  };
}

export function invalidJson(reason: string): MockException {
  return {
    exceptionClass: 'coding_exception',
    errorcode: 'codingerror',
    message: `Coding error detected, it must be fixed by a programmer: Invalid json in request: ${reason}`,
    debuginfo: '',
    module: 'debug',
  };
}

/**
 * The code does not say what a function accepts: its class or method is missing, as Moodle says it
 * (lib/external/classes/external_api.php), or cannot be read, which only the mock minds.
 */
export function unreadableFunction({ classname, methodname }: ExternalFunction): MockException {
  return {
    exceptionClass: 'coding_exception',
    errorcode: 'codingerror',
    message:
      'Coding error detected, it must be fixed by a programmer: ' +
      `Missing parameters description method in ${classname}::${methodname}_parameters`,
    debuginfo: '',
    module: 'debug',
  };
}

export function missingParameter(name: string): MockException {
  return plain('missingparam', `A required parameter (${name}) was missing`, 'moodle');
}

export const invalidSesskey = plain(
  'invalidsesskey',
  'Your session has most likely timed out. Please log in again.',
  'moodle',
);

export const loginRequired = plain(
  'servicerequireslogin',
  'Web service is not available. (The session has been logged out or has expired.)',
  'webservice',
);

export const serviceNotAvailable = plain(
  'servicenotavailable',
  "Web service is not available. (It doesn't exist or might be disabled.)",
  'webservice',
);

export const invalidLogin = plain('invalidlogin', 'Invalid login, please try again', 'moodle');

function plain(errorcode: string, message: string, module: MockException['module']): MockException {
  return { exceptionClass: 'moodle_exception', errorcode, message, debuginfo: null, module };
}
