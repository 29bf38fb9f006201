/** Puts a value in the place of `{0}`; the text it is put into came from the extension, translated. */
export function format(template: string, value: string | number): string {
  return template.split('{0}').join(String(value));
}
