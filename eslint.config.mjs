import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Rooms whose code must be pure: no clock, no timers, no console, no process. */
const pure = [
  'webservice/src/{schema,wire,errors,mock}/**/*.ts',
  'server/src/{php,index,callers,graphql,features,rules,edits}/**/*.ts',
];
const impureGlobals = [
  'process',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'performance',
  'Buffer',
].map((name) => ({ name, message: 'Effects come through ports (ARCHITECTURE.md).' }));

export default tseslint.config(
  { ignores: ['dist', '.cache', '.demo', 'artifacts', '**/node_modules', 'test/fixtures'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: pure,
    ignores: ['**/*.test.ts', '**/*.testkit.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.testkit.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'setTimeout',
          'clearTimeout',
          'URL',
          'URLSearchParams',
          'Buffer',
          'performance',
          'fetch',
          'document',
          'require',
          'module',
          '__dirname',
          'AbortController',
        ].map((n) => [n, 'readonly']),
      ),
    },
  },
);
