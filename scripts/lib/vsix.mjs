import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

const { name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** The package that `npm run package` leaves at the root. */
export const vsixName = `${name}-${version}.vsix`;
