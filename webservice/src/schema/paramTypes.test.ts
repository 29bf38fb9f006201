import { describe, expect, it } from 'vitest';
import { paramTypeByName, paramTypes, paramTypeByValue, schemaConstantByName, schemaConstants } from './paramTypes.ts';

describe('PARAM types', () => {
  it('are the 44 of Moodle, each once', () => {
    expect(new Set(paramTypes.map((type) => type.name)).size).toBe(44);
    expect(paramTypes).toHaveLength(44);
  });

  it('are found by constant name', () => {
    expect(paramTypeByName('PARAM_ALPHANUMEXT')?.value).toBe('alphanumext');
    expect(paramTypeByName('PARAM_STRING')).toBeUndefined();
    expect(paramTypeByName('constructor')).toBeUndefined();
  });

  it('are found by value under the name that new code should use', () => {
    expect(paramTypeByValue('int')?.name).toBe('PARAM_INT');
    expect(paramTypeByValue('float')?.name).toBe('PARAM_FLOAT');
    expect(paramTypeByValue('file')?.name).toBe('PARAM_FILE');
    expect(paramTypeByValue('clean')?.name).toBe('PARAM_CLEAN');
    expect(paramTypeByValue('cleanfile')?.name).toBe('PARAM_CLEANFILE');
  });

  it('name a replacement that exists and is not deprecated itself', () => {
    for (const type of paramTypes.filter(({ replacedBy }) => replacedBy !== undefined)) {
      expect(paramTypeByName(type.replacedBy!)).toBeDefined();
      expect(paramTypeByName(type.replacedBy!)?.replacedBy).toBeUndefined();
    }
  });

  it('have short texts', () => {
    for (const { accepts } of paramTypes) expect(accepts).toMatch(/^[A-Z].{10,200}$/);
  });
});

describe('VALUE_ and NULL_ constants', () => {
  it('are found by name', () => {
    expect(schemaConstants.map(({ name }) => name).sort()).toEqual([
      'NULL_ALLOWED',
      'NULL_NOT_ALLOWED',
      'VALUE_DEFAULT',
      'VALUE_OPTIONAL',
      'VALUE_REQUIRED',
    ]);
    expect(schemaConstantByName('VALUE_OPTIONAL')?.meaning).toContain('top level');
  });
});
