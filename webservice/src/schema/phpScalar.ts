/**
 * How PHP sees a value that came as JSON, where Moodle's checks depend on it. A whole number below 2^63 is PHP's integer,
 * any other number its float (as `json_decode` does).
 */

export type Scalar = null | boolean | number | string;

/** Significant digits of a float as text: PHP's setting `precision`, 14 wherever nobody changed it. */
const precision = 14;

/** What `(string)$value` gives: true is `1`, false and null are empty. */
export function phpText(value: Scalar): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return isPhpInt(value) ? String(value) : phpFloatText(value);
  return value === true ? '1' : '';
}

/** What `gettype($value)` gives for a scalar. */
export function phpType(value: Scalar): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return isPhpInt(value) ? 'integer' : 'double';
  return typeof value;
}

/** `trim($text)`: spaces, line ends, tabs and NUL, nothing of Unicode. */
export function phpTrim(text: string): string {
  return text.replace(/^[ \n\r\t\v\0]+/, '').replace(/(?<![ \n\r\t\v\0])[ \n\r\t\v\0]+$/, '');
}

function isPhpInt(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 && !Object.is(value, -0);
}

/** What `(string)` gives for a float, whole or not. */
export function phpFloatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NAN' : value < 0 ? '-INF' : 'INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(precision - 1).split('e');
  const digits = mantissa.replace(/\.?0+$/, '');
  const power = Number(exponent);
  if (power >= -4 && power < precision) return String(Number(value.toPrecision(precision)));
  return `${digits}${digits.includes('.') ? '' : '.0'}E${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
