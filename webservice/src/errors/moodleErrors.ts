import type { MoodleException } from '../wire/outcome.ts';
import type { Words } from './explanation.ts';
import { signInErrors } from './signInErrors.ts';

interface MoodleError extends Words {
  errorcode: string;
  /**
   * Tells cases of one errorcode apart: what debuginfo must contain, which is English on every site. Names of database
   * tables are also looked for in the message, where they stand untranslated.
   */
  when?: { debuginfo: RegExp } | { table: string };
}

/**
 * Errors that Moodle says over REST, by errorcode; where a code has several rows the first that fits is taken, so the
 * row without a condition comes last. Sources: webservice/lib.php, webservice/rest/locallib.php,
 * lib/external/classes/external_api.php, lib/moodlelib.php (require_login).
 */
const moodleErrors: readonly MoodleError[] = [
  ...signInErrors,
  {
    errorcode: 'invalidtoken',
    title: 'The site does not know this token',
    cause:
      'The token is mistyped, was deleted, belongs to another site, or did not arrive because something on the way changed the request.',
    cure: 'Copy the token again from Site administration → Server → Manage tokens, and check that the address is the exact wwwroot (https, no redirect).',
  },
  {
    errorcode: 'accessexception',
    when: { debuginfo: /token expired/i },
    title: 'The token has expired',
    cause: 'Its "valid until" has passed. Moodle has deleted it with this call; the next one will say invalidtoken.',
    cure: 'Create a new token.',
  },
  {
    errorcode: 'accessexception',
    when: { debuginfo: /\bIP\b.*not supported/is },
    title: 'This address may not use the token',
    cause:
      'The token or its user is restricted to IP addresses, and the call came from another one. Behind a proxy the site sees the address of the proxy.',
    cure: 'Change the IP restriction of the token or of the authorised user.',
  },
  {
    errorcode: 'accessexception',
    when: { debuginfo: /webservice\/rest:use/ },
    title: 'The user may not use REST',
    cause: 'The role of the user lacks the capability webservice/rest:use in the system context.',
    cure: 'Allow webservice/rest:use in a role that the user has in the whole system.',
  },
  {
    errorcode: 'accessexception',
    when: { debuginfo: /Access to the function/ },
    title: 'The token does not give access to this function',
    cause:
      'The service of the token does not contain the function, or the service is restricted to authorised users, IP addresses or a time that do not fit, or it requires a capability that the user lacks.',
    cure: 'Add the function to the service that the token belongs to (Site administration → Server → External services) and authorise the user there.',
  },
  {
    errorcode: 'accessexception',
    title: 'The site refuses access',
    cause:
      'Usually the service of the token does not contain the function or the user is not authorised for it; an expired token, an IP restriction and a missing capability webservice/rest:use look the same, because debugging is off.',
    cure: 'Check the service of the token first. If that is right, raise debugging on the site for a moment or read the log of its web server: they name the reason.',
  },
  {
    errorcode: 'invalidrecord',
    when: { table: 'external_functions' },
    title: 'The site has no function of this name',
    cause:
      'The name is mistyped, this version of Moodle does not have the function, or it was added to db/services.php without an upgrade.',
    cure: 'Check the name. For a function of your own: raise the version in version.php and run the upgrade.',
  },
  {
    errorcode: 'invalidrecord',
    title: 'Something that the call names does not exist',
    cause:
      'The function ran and looked for a record that is not there. Often an id of one thing was given for another, such as an instance id for a course module id.',
    cure: 'Check the ids in the arguments.',
  },
  {
    errorcode: 'invalidparameter',
    when: { debuginfo: /Missing required key/ },
    title: 'A required parameter is missing',
    cause: 'The key named below is not in the arguments, or not at the level where it belongs.',
    cure: 'Add the key; compare with the parameters of the function.',
  },
  {
    errorcode: 'invalidparameter',
    when: { debuginfo: /Unexpected keys/ },
    title: 'The function does not know a parameter',
    cause: 'The keys named below are mistyped, at the wrong level, or belong to another version of Moodle.',
    cure: 'Remove or correct them.',
  },
  {
    errorcode: 'invalidparameter',
    when: { debuginfo: /Only arrays accepted/ },
    title: 'A list or structure was expected',
    cause:
      'A single value was given where the function wants a list or a structure. A list is not written as text with commas.',
    cure: 'Write it as a JSON list [ … ] or object { … }.',
  },
  {
    errorcode: 'invalidparameter',
    when: { debuginfo: /Scalar type expected/ },
    title: 'A single value was expected',
    cause: 'A list or a structure was given where the function wants one value.',
    cure: 'Give one text, number or boolean there.',
  },
  {
    errorcode: 'invalidparameter',
    when: { debuginfo: /was expecting "/ },
    title: 'A value does not fit its type',
    cause:
      'Moodle refuses a value that its type would have to change. The path to it, the value and the type stand below.',
    cure: 'Correct the value. Whole numbers have no decimals, leading zeros or spaces; decimals have a point.',
  },
  {
    errorcode: 'invalidparameter',
    when: { debuginfo: /Missing function name/ },
    title: 'The name of the function did not arrive',
    cause: 'The request reached the site without its variables: something on the way changed it.',
    cure: 'Check the address: it must be the exact wwwroot (https, no redirect).',
  },
  {
    errorcode: 'invalidparameter',
    title: 'The arguments do not fit the function',
    cause:
      'A required key is missing, a key is unknown, or a value does not fit its type. The site does not say which, because debugging is off.',
    cure: 'Compare the arguments with the parameters of the function, or raise debugging on the site for a moment.',
  },
  {
    errorcode: 'invalidresponse',
    title: 'The function returned what it does not declare',
    cause:
      'The function ran, but its result does not fit its own _returns description. This is a mistake in the server code.',
    cure: 'Correct the _returns description or the returned data.',
  },
  {
    errorcode: 'codingerror',
    title: 'The declaration does not fit the class',
    cause: 'Moodle could not use the class or method that db/services.php names, or other code on the way is wrong.',
    cure: 'Read the message below, then the class and db/services.php of the component.',
  },
  {
    errorcode: 'nopermissions',
    title: 'The user lacks a capability',
    cause: 'The function ran and asked for a capability that the user of the token does not have in this context.',
    cure: 'Grant the capability in that context, or use the token of another user.',
  },
  {
    errorcode: 'errorcoursecontextnotvalid',
    title: 'The user cannot enter this course',
    cause: 'The user of the token is not enrolled, or the course or activity is hidden from the user.',
    cure: 'Enrol the user, make the course visible, or use the token of a user who can enter it.',
  },
  {
    errorcode: 'requireloginerror',
    title: 'The user cannot enter this course or activity',
    cause: 'The user of the token is not enrolled, or it is hidden from the user.',
    cure: 'Enrol the user, or use the token of a user who can enter it.',
  },
  {
    errorcode: 'sitepolicynotagreed',
    title: 'The user has not agreed to the site policy',
    cause: 'The site asks its users to agree before they use it; the user of the token has not.',
    cure: 'Sign in to the site as that user and agree.',
  },
  {
    errorcode: 'usernotfullysetup',
    title: 'The profile of the user is not complete',
    cause: "Required fields of the profile of the token's user are empty.",
    cure: 'Sign in to the site as that user and complete the profile.',
  },
  {
    errorcode: 'forcepasswordchange',
    title: 'The user must change the password first',
    cause: "The account of the token's user is marked for a change of password.",
    cure: 'Sign in to the site as that user and change it.',
  },
  {
    errorcode: 'sitemaintenance',
    title: 'The site is in maintenance mode',
    cause: 'In maintenance mode only administrators may call functions.',
    cure: 'Wait, or end the maintenance mode.',
  },
  {
    errorcode: 'invalidcourseid',
    title: 'There is no such course',
    cause: 'The function ran, but the course id does not exist.',
    cure: 'Check the course id.',
  },
  {
    errorcode: 'invalidcoursemodule',
    title: 'There is no such activity',
    cause:
      'The function ran, but the course module id does not exist. Often an instance id was given for a course module id.',
    cure: 'Check the id: the course module id is the one in the address of the activity.',
  },
  {
    errorcode: 'invaliduser',
    title: 'There is no such user',
    cause: 'The function ran, but the user does not exist or was deleted.',
    cure: 'Check the user id.',
  },
  ...['dmlreadexception', 'dmlwriteexception'].map((errorcode) => ({
    errorcode,
    title: 'The database refused a query',
    cause: 'An upgrade of the site may be pending, a value may be too long, or a record may exist already.',
    cure: 'Run pending upgrades; the log of the web server has the query.',
  })),
];

/** The row of the table for an exception; undefined for an errorcode that is not in it. */
export function findMoodleError(exception: MoodleException): Words | undefined {
  const row = moodleErrors.find(
    ({ errorcode, when }) => errorcode === exception.errorcode && (when === undefined || fits(when, exception)),
  );
  return row === undefined ? undefined : { title: row.title, cause: row.cause, cure: row.cure };
}

function fits(when: NonNullable<MoodleError['when']>, { debuginfo, message }: MoodleException): boolean {
  if ('debuginfo' in when) return when.debuginfo.test(debuginfo ?? '');
  return (debuginfo ?? '').includes(`{${when.table}}`) || new RegExp(`\\b${when.table}\\b`).test(message);
}
