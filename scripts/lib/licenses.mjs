import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/**
 * The licences of every package that is part of a bundle, as their authors ask for.
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function licenses(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const homes = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set(homes)]
    .sort()
    .map(license)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function license(home) {
  const { name, version, license } = JSON.parse(readFileSync(inRoot(home, 'package.json'), 'utf8'));
  const file = readdirSync(inRoot(home)).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(inRoot(home, file), 'utf8').trim() : ''}\n`;
}
