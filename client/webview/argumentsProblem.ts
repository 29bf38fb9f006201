import type { Json } from '../../webservice/src/schema/node.ts';
import type { PanelTexts } from '../src/panel/messages.ts';
import { format } from './format.ts';

/** What is wrong with the text as arguments of a call; null when nothing is. An empty text means no arguments. */
export function argumentsProblem(
  text: string,
  texts: Pick<PanelTexts, 'argumentsNotJson' | 'argumentsNotObject'>,
): string | null {
  try {
    return asObject(parse(text)) === undefined ? texts.argumentsNotObject : null;
  } catch (error) {
    return format(texts.argumentsNotJson, error instanceof Error ? error.message : '');
  }
}

/** The arguments; undefined where the text is none. */
export function parseArguments(text: string): Record<string, Json> | undefined {
  try {
    return asObject(parse(text));
  } catch {
    return undefined;
  }
}

function parse(text: string): Json {
  return JSON.parse(text.trim() === '' ? '{}' : text) as Json;
}

function asObject(value: Json): Record<string, Json> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
