import { insertItem } from '../../edits/arrayEdits.ts';
import { ExternalImports } from '../../edits/externalName.ts';
import type { PhpParameter } from '../phpParameters.ts';
import type { Fix } from '../rule.ts';
import { nullable, signatureRule } from '../signature.ts';
import type { Signature } from '../signature.ts';
import * as l10n from '@vscode/l10n';

export const signatureTooManyRequired = signatureRule(
  { id: 'signature-too-many-required', defaultSeverity: 'error', fixes: 'suggest' },
  function* (signature) {
    const { params, keys, related } = signature;
    const isRequired = ({ value, isVariadic }: PhpParameter) => !value && !isVariadic;
    const extra = params.slice(keys.length, params.findLastIndex(isRequired) + 1);
    const missing = extra.filter(isRequired);
    const [first] = missing;
    if (!first) return;
    yield {
      ...first.nameSpan,
      message: l10n.t(
        'Moodle passes one argument for each described key, here {0}, and ${1} is required as well: every call ends in an ArgumentCountError.',
        keys.length,
        first.name,
      ),
      related,
      suggest: () => [
        withDefaults(signature, missing),
        ...(extra.length === missing.length ? described(signature, missing) : []),
      ],
    };
  },
);

const names = (params: readonly PhpParameter[]) => params.map(({ name }) => `$${name}`).join(', ');

const neutral: Readonly<Record<string, string>> = { int: '0', float: '0.0', bool: 'false', string: "''", array: '[]' };

/** Gives defaults to PHP parameters, so that they may be left out. */
function withDefaults(signature: Signature, params: readonly PhpParameter[]): Fix {
  const edits = params.flatMap((param) => {
    const value = param.takesNull ? 'null' : (neutral[param.type.toLowerCase()] ?? 'null');
    const { typeSpan, end } = param;
    return [
      ...(value === 'null' && !param.takesNull && typeSpan ? [signature.edit(typeSpan, nullable(param.type))] : []),
      signature.edit({ start: end, end }, ` = ${value}`),
    ];
  });
  return { title: l10n.t('Give {0} a default', names(params)), edits };
}

const types: Readonly<Record<string, string>> = {
  int: 'PARAM_INT',
  float: 'PARAM_FLOAT',
  bool: 'PARAM_BOOL',
  string: 'PARAM_TEXT',
  '': 'PARAM_RAW',
};

/** Describes a PHP parameter behind the keys that there are. */
function described({ description, file }: Signature, [param, ...more]: readonly PhpParameter[]): Fix[] {
  const literal = description?.keys;
  const type = param && types[param.type.replace(/^\?/, '').toLowerCase()];
  if (!literal || !param || more.length > 0 || type === undefined) return [];
  const imports = new ExternalImports(file, description.cls);
  const value = `new ${imports.name('external_value')}(${type}, '${param.name}')`;
  const edits = [...imports.edits, ...insertItem(file, literal, { key: param.name, value })];
  return [{ title: l10n.t('Describe {0} as well', `$${param.name}`), edits }];
}
