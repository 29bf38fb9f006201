import { expect, it } from 'vitest';
import { pluginCodebase } from '../workspace/codebase.ts';
import { ConfigFiles, configPaths, mergeConfigs } from './configFiles.ts';

const codebase = pluginCodebase([{ name: 'mod_x', directory: '/code/mod_x' }]);

it('the file of the plugin counts before that of the workspace', () => {
  expect(configPaths('/code/mod_x/db/services.php', codebase, ['/code', '/other', '/code'])).toEqual([
    '/code/mod_x/moodle-ws.json',
    '/code/moodle-ws.json',
  ]);
  const near = { rules: { a: 'off' } } as const;
  const far = { rules: { a: 'error', b: 'hint' }, targets: { from: 0, to: 1 } } as const;
  expect(mergeConfigs([near, far])).toEqual({ rules: { a: 'off', b: 'hint' }, targets: { from: 0, to: 1 } });
});

it('files are read once until they are forgotten', () => {
  const read: string[] = [];
  const files = new ConfigFiles((path) => {
    read.push(path);
    return path === '/code/mod_x/moodle-ws.json' ? '{"rules": {"js-method-unknown": "hint"}}' : undefined;
  });
  const ask = () => files.of('/code/mod_x/amd/src/a.js', codebase, ['/code']).rules;
  expect([ask(), ask()]).toEqual(Array(2).fill({ 'js-method-unknown': 'hint' }));
  expect(read).toHaveLength(2);
  files.forget();
  ask();
  expect(read).toHaveLength(4);
});
