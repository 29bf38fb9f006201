const limit = 500;

/** The beginning of an answer, to be shown as plain text: at most 500 characters, without control characters. */
export function excerpt(text: string): string {
  const start = text.slice(0, limit).replace(/[\ud800-\udfff]$/u, '');
  // eslint-disable-next-line no-control-regex
  const printable = start.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/g, '').trim();
  return copied(text.length > limit ? `${printable}…` : printable);
}

/** The same text without what it was cut from: engines keep the whole of it alive for any piece. */
export function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
