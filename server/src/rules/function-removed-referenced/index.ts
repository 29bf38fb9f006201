import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { Component } from '../../workspace/codebase.ts';
import { checkedPaths } from '../documents.ts';
import { servicesFile } from '../places.ts';
import type { Finding, Rule, Related } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const functionRemovedReferenced: Rule = {
  id: 'function-removed-referenced',
  defaultSeverity: 'error',
  *check(context): Generator<Finding> {
    const { snapshot, base } = context;
    const services = servicesFile(context);
    if (!base || !services) return;
    const { file, component } = services;
    const gone = (base.declarationsIn(file.path)?.functions ?? []).filter(({ name }) => !snapshot.functions.has(name));
    if (gone.length === 0) return;
    const list = file.statements.find(({ array }) => array?.variable === 'functions');
    const start = list?.start ?? 0;
    for (const { name } of gone) {
      const related = references(snapshot, component, name, file.path);
      if (related.length > 0)
        yield {
          start,
          end: start + 10,
          message: l10n.t('{0} was removed, and the plugin still uses it.', name),
          related,
        };
    }
  },
};

/** Where files of a component name a function in quotes. */
function references(snapshot: IndexSnapshot, component: Component, name: string, except: string): Related[] {
  return checkedPaths(snapshot, component).flatMap((path): Related[] => {
    const text = path === except ? undefined : snapshot.file(path)?.text;
    const at = text?.search(new RegExp(`['"\`]${name}['"\`]`)) ?? -1;
    return at < 0 ? [] : [{ path, start: at + 1, end: at + 1 + name.length, message: l10n.t('It is used here.') }];
  });
}
