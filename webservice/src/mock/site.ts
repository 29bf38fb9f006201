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

/** One mock site, with one user. The texts are secrets of one start: whoever lacks them gets what a real site says. */
export interface MockSite {
  functions: MockFunctions;
  /** `http://127.0.0.1:PORT` */
  wwwroot: string;
  token: string;
  /** Of {@link mockUser}. */
  password: string;
  /** The value of the cookie MoodleSession, for AJAX. */
  session: string;
  sesskey: string;
  debug: DebugLevel;
}

export const mockUser = 'admin';
