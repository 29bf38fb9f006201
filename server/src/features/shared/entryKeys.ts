import * as l10n from '@vscode/l10n';

/** A key that Moodle reads from an entry of db/services.php (upgradelib.php, external_api.php). */
export interface EntryKey {
  readonly name: string;
  /** A fitting value as a snippet. */
  readonly value: string;
  /** What Moodle does with it, as Markdown. */
  readonly meaning: () => string;
  /** Its value can be completed in turn. */
  readonly completes?: true;
  /** The value when the key is left out; undefined: it must be there, or is empty. */
  readonly absent?: string;
  /** The first branch that reads it. */
  readonly since?: number;
}

export const functionKeys: readonly EntryKey[] = [
  {
    name: 'classname',
    value: "'$1'",
    completes: true,
    meaning: () =>
      l10n.t(
        'The class that implements the function, with its namespace. Moodle autoloads it, or else looks in the file of `classpath` or in the externallib.php of the component.',
      ),
  },
  {
    name: 'methodname',
    value: "'$1'",
    completes: true,
    meaning: () =>
      l10n.t(
        'The static method that runs. The methods of the same name that end in `_parameters` and `_returns` describe what it takes and what it returns.',
      ),
    absent: 'execute',
  },
  {
    name: 'classpath',
    value: "'$1'",
    meaning: () =>
      l10n.t(
        'The file that holds the class, from the root of Moodle. Only for classes that do not autoload; otherwise it is not read.',
      ),
  },
  {
    name: 'description',
    value: "'$1'",
    meaning: () =>
      l10n.t(
        'What the function does, in plain words. Administrators and developers of clients see it in the documentation of the site.',
      ),
  },
  {
    name: 'type',
    value: "'${1|read,write|}'",
    meaning: () =>
      l10n.t(
        '`read` or `write`: whether the function changes anything. Moodle shows it and does not enforce it; people and clients rely on it.',
      ),
  },
  {
    name: 'ajax',
    value: '${1|true,false|}',
    meaning: () =>
      l10n.t(
        'Whether pages of the site may call the function through core/ajax. Without it such a call fails with `servicenotavailable`. Read at each call, so a change needs no new version.',
      ),
    absent: 'false',
  },
  {
    name: 'capabilities',
    value: "'$1'",
    completes: true,
    meaning: () =>
      l10n.t(
        'Capabilities that a caller may need, separated by commas, 255 characters at most. Only shown to administrators: the method itself has to check them.',
      ),
  },
  {
    name: 'loginrequired',
    value: '${1|false,true|}',
    meaning: () =>
      l10n.t(
        '`false`: over AJAX the function also answers visitors who are not logged in, to calls that say so in their third argument.',
      ),
    absent: 'true',
  },
  {
    name: 'readonlysession',
    value: '${1|true,false|}',
    meaning: () =>
      l10n.t(
        '`true`: AJAX calls do not lock the session, so several can run at once. The method must not write to the session.',
      ),
    absent: 'false',
  },
  {
    name: 'services',
    value: '[${1:MOODLE_OFFICIAL_MOBILE_SERVICE}]',
    meaning: () =>
      l10n.t(
        'Shortnames of services that the function joins when the plugin is installed or upgraded. `MOODLE_OFFICIAL_MOBILE_SERVICE` is the service of the Moodle app.',
      ),
  },
  {
    name: 'testclientpath',
    value: "'$1'",
    meaning: () => l10n.t("A file with a form for Moodle's own test client, from the root of Moodle."),
  },
  {
    name: 'allowcorsrequests',
    value: '${1|true,false|}',
    meaning: () =>
      l10n.t(
        '`true`: pages of other sites may call the function without login. Only together with `loginrequired` false.',
      ),
    absent: 'false',
    since: 503,
  },
];

export const serviceKeys: readonly EntryKey[] = [
  {
    name: 'functions',
    value: "['$1']",
    completes: true,
    meaning: () => l10n.t('Names of the external functions that the service offers.'),
  },
  {
    name: 'shortname',
    value: "'${1:$component}'",
    meaning: () =>
      l10n.t(
        'The name by which clients ask for a token (`login/token.php?service=…`) and by which other plugins add functions. Letters, digits, `_` and `-`, unique on a site.',
      ),
  },
  {
    name: 'requiredcapability',
    value: "'$1'",
    completes: true,
    meaning: () => l10n.t('A capability that every user of the service must have.'),
  },
  {
    name: 'restrictedusers',
    value: '${1|0,1|}',
    meaning: () =>
      l10n.t('`1`: only users whom an administrator has put on the list of the service. `0`: every user with a token.'),
    absent: '1',
  },
  {
    name: 'enabled',
    value: '${1|1,0|}',
    meaning: () =>
      l10n.t(
        '`1`: the service works as soon as it is installed. Read at the first installation only; later changes do not reach sites that have the service.',
      ),
    absent: '0',
  },
  {
    name: 'downloadfiles',
    value: '${1|1,0|}',
    meaning: () => l10n.t('`1`: a token of the service also fetches files, through webservice/pluginfile.php.'),
    absent: '0',
  },
  {
    name: 'uploadfiles',
    value: '${1|1,0|}',
    meaning: () => l10n.t('`1`: a token of the service also uploads files, through webservice/upload.php.'),
    absent: '0',
  },
];

/** The keys of the entries of a list, as a Moodle of this branch (`404`) reads them. */
export function keysOf(list: 'functions' | 'services', branch: string | undefined): readonly EntryKey[] {
  if (list === 'services') return serviceKeys;
  return functionKeys.filter(({ since }) => since === undefined || Number(branch ?? 0) >= since);
}
