import type { ExternalFunction } from '../schema/function.ts';
import type { DebugLevel } from './failure.ts';

/** What the mock site offers; asked at every call, so that it can follow the code while it is written. */
export interface MockFunctions {
  names(): Promise<readonly string[]>;
  /** Null for a name that there is not. */
  find(name: string): Promise<ExternalFunction | null>;
  /** Shortnames of the services that login/token.php gives tokens for, beside that of the mobile app. */
  services?(): Promise<readonly string[]>;
}

/** How to call a mock site, which has one user. The texts are secrets of one start: whoever lacks them gets what a real site says. */
export interface MockAccess {
  /** `http://127.0.0.1:PORT` */
  wwwroot: string;
  token: string;
  /** Of {@link mockUser}. */
  password: string;
  /** For AJAX: the value of the cookie MoodleSession, and what goes with it into the query. */
  session: string;
  sesskey: string;
}

export interface MockSite extends MockAccess {
  functions: MockFunctions;
  debug: DebugLevel;
}

export const mockUser = 'admin';
