/** Puts values in the places of `{0}`, `{1}` …; the text they are put into came from the extension, translated. */
export function format(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
