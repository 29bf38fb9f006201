import type { IndexSnapshot } from '../index/snapshot.ts';
import { classFromEntry } from './refactor/classFromEntry.ts';
import { refactorContext } from './refactor/context.ts';
import type { Now, Refactoring } from './refactor/context.ts';
import { deprecate } from './refactor/deprecate.ts';
import { parametersFromSignature, signatureFromParameters } from './refactor/describe.ts';
import { entryFromClass } from './refactor/entryFromClass.ts';
import { phpunitTest } from './refactor/phpunitTest.ts';
import { repositoryFunction } from './refactor/repository.ts';
import { returnsFromLiteral } from './refactor/returnsFromLiteral.ts';
import { services } from './refactor/services.ts';
import { splitMethod } from './refactor/splitMethod.ts';
import { bumpVersion } from './refactor/version.ts';
import type { FeatureDocument } from './shared/document.ts';

const all = [
  classFromEntry,
  entryFromClass,
  parametersFromSignature,
  signatureFromParameters,
  returnsFromLiteral,
  phpunitTest,
  repositoryFunction,
  services,
  splitMethod,
  deprecate,
  bumpVersion,
];

/** What can be made of the function at an offset. */
export function provideRefactorings(
  index: IndexSnapshot,
  document: FeatureDocument,
  offset: number,
  now: Now,
): Refactoring[] {
  const context = refactorContext(index, document, offset, now);
  return context ? all.flatMap((one) => [...one(context)]) : [];
}
