import type { PanelTexts } from '../src/panel/messages.ts';
import { format } from './format.ts';

/** What is wrong with the text as arguments of a call; null when nothing is. An empty text means no arguments. */
export function argumentsProblem(
  text: string,
  texts: Pick<PanelTexts, 'argumentsNotJson' | 'argumentsNotObject'>,
): string | null {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? null : texts.argumentsNotObject;
  } catch (error) {
    return format(texts.argumentsNotJson, error instanceof Error ? error.message : '');
  }
}
