/**
 * The constants a schema is written with, and what each one accepts in a call.
 *
 * A web service refuses a value as soon as cleaning would change it (`validate_param` in lib/moodlelib.php compares the
 * value with its cleaned form), so each text says which values survive cleaning. Facts: lib/moodlelib.php of Moodle 4.4.
 */

export interface ParamType {
  /** `PARAM_INT` */
  name: string;
  /** What the constant holds and what schemas carry as their type: `int`. */
  value: string;
  /** One or two plain sentences. */
  accepts: string;
  /** Present on names that new code should not use: the constant to write instead. */
  replacedBy?: string;
}

export interface SchemaConstant {
  /** `VALUE_REQUIRED` */
  name: string;
  /** One or two plain sentences. */
  meaning: string;
}

export const paramTypes: readonly ParamType[] = [
  { name: 'PARAM_ALPHA', value: 'alpha', accepts: 'English letters a–z and A–Z, nothing else.' },
  { name: 'PARAM_ALPHAEXT', value: 'alphaext', accepts: 'English letters, underscore and hyphen. No digits.' },
  { name: 'PARAM_ALPHANUM', value: 'alphanum', accepts: 'English letters and digits, nothing else.' },
  { name: 'PARAM_ALPHANUMEXT', value: 'alphanumext', accepts: 'English letters, digits, underscore and hyphen.' },
  {
    name: 'PARAM_AREA',
    value: 'area',
    accepts:
      'The name of an area (files, comments, ratings): lower-case letters, digits and single underscores, beginning with a letter.',
  },
  { name: 'PARAM_AUTH', value: 'auth', accepts: 'The name of an authentication plugin that the site has.' },
  {
    name: 'PARAM_BASE64',
    value: 'base64',
    accepts:
      'Base64 text in lines of exactly 64 characters (the last may be shorter), separated by a line feed. The URL-safe alphabet is refused.',
  },
  {
    name: 'PARAM_BOOL',
    value: 'bool',
    accepts:
      'Only 0 and 1 over REST; over AJAX also the JSON values true and false. Texts such as "yes" or "true" are refused. The function gets a PHP boolean.',
  },
  {
    name: 'PARAM_CAPABILITY',
    value: 'capability',
    accepts: 'The name of a capability that the site knows, such as moodle/course:view.',
  },
  {
    name: 'PARAM_CLEANHTML',
    value: 'cleanhtml',
    accepts:
      'HTML that the purifier leaves exactly as it is, without white space around it. As a parameter PARAM_RAW is usually the better choice, cleaned on output.',
  },
  {
    name: 'PARAM_COMPONENT',
    value: 'component',
    accepts:
      'A component name such as mod_forum or core_rating: lower-case letters, digits and single underscores. Names of activity modules have no underscore of their own.',
  },
  { name: 'PARAM_EMAIL', value: 'email', accepts: 'A valid e-mail address.' },
  {
    name: 'PARAM_FILE',
    value: 'file',
    accepts: 'A file name without control characters and without any of & < > " ` | \' : \\ /; not "." or "..".',
  },
  {
    name: 'PARAM_FLOAT',
    value: 'float',
    accepts:
      'A decimal number with a point, optionally with a sign and an exponent. A comma is refused, and so is an empty text.',
  },
  { name: 'PARAM_HOST', value: 'host', accepts: 'A host name or an IPv4 address.' },
  {
    name: 'PARAM_INT',
    value: 'int',
    accepts: 'A whole number in its shortest form. Empty text, 02, +2, 2.0 and surrounding spaces are refused.',
  },
  { name: 'PARAM_LANG', value: 'lang', accepts: 'The code of a language pack that is installed on the site.' },
  {
    name: 'PARAM_LOCALISEDFLOAT',
    value: 'localisedfloat',
    accepts:
      'A decimal number. Cleaning turns the separator of the language into a point, so as a parameter only the point form without trailing zeros is accepted: use PARAM_FLOAT.',
  },
  {
    name: 'PARAM_LOCALURL',
    value: 'localurl',
    accepts: 'A URL of this site: below its wwwroot, root-relative or relative.',
  },
  { name: 'PARAM_NOTAGS', value: 'notags', accepts: 'Text without HTML tags.' },
  {
    name: 'PARAM_PATH',
    value: 'path',
    accepts:
      'A path with forward slashes whose parts are valid file names; double slashes, backslashes, ".." and drive letters are refused. A leading slash stays.',
  },
  {
    name: 'PARAM_PEM',
    value: 'pem',
    accepts:
      'One certificate in PEM form: BEGIN and END line around Base64 in lines of 64 characters, with a line feed at the end.',
  },
  {
    name: 'PARAM_PERMISSION',
    value: 'permission',
    accepts: 'One of the four permissions: 0 inherit, 1 allow, -1 prevent, -1000 prohibit.',
  },
  {
    name: 'PARAM_PLUGIN',
    value: 'plugin',
    accepts:
      'A plugin name without its type, such as forum: lower-case letters, digits and single underscores, beginning with a letter.',
  },
  { name: 'PARAM_RAW', value: 'raw', accepts: 'Any valid UTF-8 text, passed on as it is.' },
  {
    name: 'PARAM_RAW_TRIMMED',
    value: 'raw_trimmed',
    accepts: 'Any valid UTF-8 text without white space at its beginning or end.',
  },
  {
    name: 'PARAM_SAFEDIR',
    value: 'safedir',
    accepts: 'A folder name of English letters, digits, underscore and hyphen.',
  },
  {
    name: 'PARAM_SAFEPATH',
    value: 'safepath',
    accepts: 'A relative path to code: English letters, digits, underscore, hyphen and slash.',
  },
  { name: 'PARAM_SEQUENCE', value: 'sequence', accepts: 'Digits and commas, as in a list of ids: 8,1,5.' },
  {
    name: 'PARAM_STRINGID',
    value: 'stringid',
    accepts: 'An identifier of get_string: a letter, then letters, digits and any of . : / _ -',
  },
  {
    name: 'PARAM_TAG',
    value: 'tag',
    accepts: 'One tag of up to 50 characters in any language, without < > ` and without repeated spaces.',
  },
  { name: 'PARAM_TAGLIST', value: 'taglist', accepts: 'Tags separated by commas, each as PARAM_TAG wants it.' },
  {
    name: 'PARAM_TEXT',
    value: 'text',
    accepts: 'Plain text; of HTML only well-formed multi-language tags are accepted.',
  },
  { name: 'PARAM_THEME', value: 'theme', accepts: 'The name of a theme that is installed on the site.' },
  {
    name: 'PARAM_TIMEZONE',
    value: 'timezone',
    accepts:
      'A time zone name such as Europe/Berlin, an offset in hours such as -3 or 5.5, or 99 for the default of the site.',
  },
  {
    name: 'PARAM_URL',
    value: 'url',
    accepts: 'A well-formed http, https or ftp URL or a relative one, without user name and password.',
  },
  {
    name: 'PARAM_USERNAME',
    value: 'username',
    accepts:
      'A user name in lower case: letters, digits and any of - _ . @, or more where the site allows extended characters.',
  },
  {
    name: 'PARAM_ACTION',
    value: 'alphanumext',
    accepts: 'English letters, digits, underscore and hyphen.',
    replacedBy: 'PARAM_ALPHANUMEXT',
  },
  {
    name: 'PARAM_CLEAN',
    value: 'clean',
    accepts:
      'A number, or text that the general HTML cleaning leaves as it is. Say what the value is with a more specific type.',
    replacedBy: 'PARAM_TEXT',
  },
  {
    name: 'PARAM_CLEANFILE',
    value: 'file',
    accepts: 'A file name, as PARAM_FILE.',
    replacedBy: 'PARAM_FILE',
  },
  {
    name: 'PARAM_FORMAT',
    value: 'alphanumext',
    accepts: 'English letters, digits, underscore and hyphen.',
    replacedBy: 'PARAM_ALPHANUMEXT',
  },
  {
    name: 'PARAM_INTEGER',
    value: 'int',
    accepts: 'A whole number, as PARAM_INT.',
    replacedBy: 'PARAM_INT',
  },
  {
    name: 'PARAM_MULTILANG',
    value: 'text',
    accepts: 'Plain text with multi-language tags, as PARAM_TEXT.',
    replacedBy: 'PARAM_TEXT',
  },
  {
    name: 'PARAM_NUMBER',
    value: 'float',
    accepts: 'A decimal number, as PARAM_FLOAT.',
    replacedBy: 'PARAM_FLOAT',
  },
];

/** VALUE_ and NULL_ constants: the third and fifth argument of `external_value` and of the structures. */
export const schemaConstants: readonly SchemaConstant[] = [
  { name: 'VALUE_REQUIRED', meaning: 'The key must be sent; without it the call is refused with invalidparameter.' },
  {
    name: 'VALUE_DEFAULT',
    meaning: 'The key may be left out; the function then gets the default, which must itself be valid for the type.',
  },
  {
    name: 'VALUE_OPTIONAL',
    meaning:
      'The key may be left out and is then absent. Not for a parameter at the top level: arguments are passed by position, so the later ones would move up. Use VALUE_DEFAULT there.',
  },
  {
    name: 'NULL_ALLOWED',
    meaning:
      'The value may be null. This is what external_value takes when nothing is said. REST has no way to send null.',
  },
  {
    name: 'NULL_NOT_ALLOWED',
    meaning: 'The value must not be null. This is what structures and lists take when nothing is said.',
  },
];

const typesByName = new Map(paramTypes.map((type) => [type.name, type]));
const constantsByName = new Map(schemaConstants.map((constant) => [constant.name, constant]));
/** Several names share a value; the name to use is the one that is not replaced. */
const typesByValue = new Map([
  // In Moodle 5.x PARAM_CLEANFILE has a value of its own (enum core\param).
  ...paramTypes.filter((type) => type.name === 'PARAM_CLEANFILE').map((type) => ['cleanfile', type] as const),
  ...paramTypes.filter((type) => type.replacedBy !== undefined).map((type) => [type.value, type] as const),
  ...paramTypes.filter((type) => type.replacedBy === undefined).map((type) => [type.value, type] as const),
]);

/** `PARAM_INT` → its facts; undefined for a name that Moodle does not define. */
export function paramTypeByName(name: string): ParamType | undefined {
  return typesByName.get(name);
}

/** `int` → PARAM_INT, never a deprecated alias of it; undefined for a value that no constant holds. */
export function paramTypeByValue(value: string): ParamType | undefined {
  return typesByValue.get(value);
}

/** `VALUE_DEFAULT` → its meaning; undefined for any other name. */
export function schemaConstantByName(name: string): SchemaConstant | undefined {
  return constantsByName.get(name);
}
