import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { PhpClass } from '../php/phpClass.ts';
import { checkedPaths } from './documents.ts';
import { perRevision } from './remembered.ts';

/** The class of a function where Moodle does not find it, though a file of the component declares it (also in another case). */
export const misplacedClass = perRevision((snapshot, fn: FunctionDeclaration): PhpClass | undefined => {
  if (fn.classname === '' || snapshot.implementationOf(fn).cls) return undefined;
  const key = fn.classname.toLowerCase();
  const short = key.slice(key.lastIndexOf('\\') + 1);
  let sameName: PhpClass | undefined;
  for (const path of checkedPaths(snapshot, fn.component)) {
    const file = path.endsWith('.php') ? snapshot.file(path) : undefined;
    if (file?.mayDeclare('class', short) !== true) continue;
    const found = file.classes.get(key);
    if (found) return found;
    // The file is where it belongs, and only its namespace is another.
    const isExpected = path
      .toLowerCase()
      .endsWith(`/classes/${key.slice(key.indexOf('\\') + 1).replaceAll('\\', '/')}.php`);
    if (isExpected)
      sameName ??= [...file.classes.values()].find(({ declaration }) => declaration.name.toLowerCase() === short);
  }
  return sameName;
});
