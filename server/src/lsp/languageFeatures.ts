import type { Connection } from 'vscode-languageserver';
import type { Guard } from './guard.ts';
import type { Session } from './session.ts';

/** Requests about documents. */
export function handleLanguageFeatures(_connection: Connection, _guard: Guard, _session: () => Session): void {}
