import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const { MOODLE_DIR } = process.env;

/**
 * The PHP files of the Moodle tree of MOODLE_DIR from which schemas are made, and their like: classes, libraries,
 * declarations. None without it.
 */
export const realPhpFiles: readonly string[] =
  MOODLE_DIR === undefined
    ? []
    : readdirSync(MOODLE_DIR, { recursive: true, encoding: 'utf8' })
        .map((path) => path.split(sep).join('/'))
        .filter((path) => /(^|\/)(classes\/.*|db\/\w+|\w*lib|version)\.php$/.test(path))
        .filter((path) => !/(^|\/)(vendor|node_modules|tests|fixtures)\//.test(path))
        .sort()
        .map((path) => join(MOODLE_DIR, path));
