/** What actions know of where they are asked for. */
import type { TextEdit } from '../../edits/textEdit.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import { targetsOf } from '../../rules/targets.ts';
import type { Targets } from '../../workspace/moodleVersions.ts';
import type { Component } from '../../workspace/codebase.ts';
import type { FeatureDocument } from '../shared/document.ts';

/** A change that people choose; its edits are made when they do. */
export interface Refactoring {
  readonly title: string;
  readonly edits: () => readonly TextEdit[];
}

export interface RefactorContext {
  readonly index: IndexSnapshot;
  readonly document: FeatureDocument;
  readonly offset: number;
  readonly component: Component;
  readonly targets: Targets;
  readonly now: Now;
}

/** What the code itself does not tell. */
export interface Now {
  /** `20260131` */
  readonly today: string;
  /** The Git branch that is checked out around a folder. */
  readonly branchOf: (folder: string) => string | undefined;
}

export function refactorContext(
  index: IndexSnapshot,
  document: FeatureDocument,
  position: number,
  now: Now,
): RefactorContext | undefined {
  const component = index.componentOf(document.path);
  if (!component) return undefined;
  // In front of a line is on it.
  const offset = position + (/^[ \t]*/.exec(document.text.getText().slice(position))?.[0].length ?? 0);
  return { index, document, offset, component, targets: targetsOf(index, component), now };
}

/** Moodle before 4.2 has no namespace core_external (lib/externallib.php declares the classes there). */
export const isBeforeCoreExternal = ({ targets }: RefactorContext): boolean => targets.from < 402;

/** The copyright that the plugin's own files have; else one to fill in. */
export function copyrightOf({ index, component, now }: RefactorContext): string {
  for (const name of ['version.php', 'db/services.php', 'lib.php']) {
    const text = index.file(`${component.directory}/${name}`)?.text ?? '';
    // Up to the next tag, an empty line or the end of the comment.
    const found = /^[\s/]*\*+[ \t]*@copyright\s+([^]*?)(?=\s*(?:\*\/|\r?\n[ \t]*\*[ \t]*(?:@|\r?\n)))/m.exec(text);
    const owner = found?.[1]?.replace(/\r?\n[ \t]*\*[ \t]*/g, ' ').trim();
    if (owner) return owner;
  }
  return `${now.today.slice(0, 4)} Your Name <you@example.com>`.trim();
}

const boilerplate = [
  'This file is part of Moodle - http://moodle.org/',
  '',
  'Moodle is free software: you can redistribute it and/or modify',
  'it under the terms of the GNU General Public License as published by',
  'the Free Software Foundation, either version 3 of the License, or',
  '(at your option) any later version.',
  '',
  'Moodle is distributed in the hope that it will be useful,',
  'but WITHOUT ANY WARRANTY; without even the implied warranty of',
  'MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the',
  'GNU General Public License for more details.',
  '',
  'You should have received a copy of the GNU General Public License',
  'along with Moodle.  If not, see <http://www.gnu.org/licenses/>.',
];

/** The notice that Moodle's code checker (moodle.Files.BoilerplateComment) wants at the top of each file. */
export const licenceNotice = boilerplate.map((line) => `// ${line}`.trimEnd()).join('\n');

/** The notice at the top of a PHP file. */
export const phpHeader = `<?php\n${licenceNotice}\n`;

export const licence = 'http://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later';

/** A file that is not there yet. */
export const newFile = (path: string, text: string): TextEdit => ({ path, start: 0, end: 0, text });
