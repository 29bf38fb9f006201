import { isUnknown, PhpArray, PhpObject, toBoolean, toNumber, toText } from './values.ts';
import type { Value } from './values.ts';

/** A PHP cast; undefined when its result cannot be known. */
export function cast(type: string, value: Value): Value | undefined {
  if (type === 'array') {
    if (value instanceof PhpArray) return value;
    if (value === null) return PhpArray.empty;
    if (value instanceof PhpObject && !value.cls)
      return PhpArray.of(
        [...value.properties].flatMap(([name, cell]) =>
          cell.value === undefined ? [] : [[name, cell.value] as const],
        ),
      );
    return isUnknown(value) || value instanceof PhpObject ? undefined : PhpArray.list([value]);
  }
  if (type === 'object') {
    if (!(value instanceof PhpArray)) return value instanceof PhpObject ? value : undefined;
    const object = new PhpObject(undefined);
    for (const [key, one] of value.entries()) object.init(String(key), one);
    return object;
  }
  if (isUnknown(value)) return undefined;
  switch (type) {
    case 'int':
    case 'integer': {
      const number = toNumber(value);
      return number === undefined ? undefined : Math.trunc(number);
    }
    case 'float':
    case 'double':
    case 'real':
      return toNumber(value);
    case 'string':
      return toText(value);
    case 'bool':
    case 'boolean':
      return toBoolean(value);
    default:
      return type === 'unset' ? null : undefined;
  }
}
