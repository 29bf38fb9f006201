import type { SchemaNode } from './node.ts';

/**
 * One external function with its schemas: the form of `moodle-ws export --format json`.
 * The declaration is the entry of `$functions` in the component's db/services.php; the schemas are what
 * `<method>_parameters()` and `<method>_returns()` of its class build.
 */
export interface ExternalFunction {
  name: string;
  /** As Moodle stores it: `moodle` for core, else frankenstyle (`mod_assign`). */
  component: string;
  /** Without a leading backslash. */
  classname: string;
  methodname: string;
  /** `read` or `write`; whatever text the entry has otherwise. */
  type: string;
  ajax: boolean;
  loginrequired: boolean;
  readonlysession: boolean;
  /** The declared text, comma separated; advisory. */
  capabilities: string;
  deprecated: boolean;
  description: string;
  /** The shortnames that the entry itself lists, as the `services` column of external_functions holds them. */
  services: string[];
  /** File that holds the class method (else the entry), relative to the Moodle root, with `/`. */
  file: string;
  /** 1-based line in `file`. */
  line: number;
  parameters: SchemaNode | null;
  /** Null: the function returns nothing. */
  returns: SchemaNode | null;
  /** False when something unknown reached a key, a kind, a type or `required`. */
  complete: boolean;
}
