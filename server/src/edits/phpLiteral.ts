import type { Json } from '../../../webservice/src/schema/node.ts';
import { quoted } from './style.ts';

/** A value as PHP code, on one line. */
export function phpLiteral(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(phpLiteral).join(', ')}]`;
  return `[${Object.entries(value)
    .map(([key, one]) => `${quoted(key)} => ${phpLiteral(one)}`)
    .join(', ')}]`;
}
