import { manifest, resolved } from './manifest.ts';
import type { Setting } from './manifest.ts';

const { contributes } = manifest;
const code = (text: string): string => `\`${text}\``;
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

/** The tables of docs/reference.md, row by row, as the manifest has them; each row without padding. */
export const tables: Record<string, string[]> = {
  commands: contributes.commands.map(({ command, title, category, enablement }) =>
    row(code(command), `${resolved(category)}: ${resolved(title)}`, enablement === undefined ? '' : code(enablement)),
  ),
  keybindings: contributes.keybindings.map(({ command, key, mac, when }) =>
    row(code(command), code(key), code(mac ?? key), when === undefined ? '' : code(when)),
  ),
  settings: Object.entries(contributes.configuration.properties).map(([name, setting]) =>
    row(
      code(name),
      typeOf(setting),
      code(JSON.stringify(setting.default)),
      setting.scope,
      resolved(setting.markdownDescription),
    ),
  ),
  activation: manifest.activationEvents.map((event) => row(code(event))),
};

function typeOf({ type, enum: values }: Setting): string {
  return values === undefined ? type : values.map(code).join(', ');
}
