import type { Text } from '@nianbao/core';
import type { Config } from '../start/config.ts';

/** `well`; `note`: works, and somebody should know; `bad`: does not work; `unset`: not configured, and needs nothing. */
export type CheckState = 'well' | 'note' | 'bad' | 'unset';

export interface CheckResult {
  readonly state: CheckState;
  readonly found: Text;
}

/** What the checks may look at. */
export interface CheckParts {
  readonly config: Config;
  /** The database, its secret; null where it could not be opened. */
  readonly opened: { readonly url: string; readonly secret: string } | null;
}

/** One thing that an installation needs or may have. */
export interface Check {
  readonly id: string;
  readonly title: Text;
  readonly look: (parts: CheckParts) => Promise<CheckResult>;
}

export const well = (zh: string, en: string): CheckResult => ({ state: 'well', found: { zh, en } });
export const note = (zh: string, en: string): CheckResult => ({ state: 'note', found: { zh, en } });
export const bad = (zh: string, en: string): CheckResult => ({ state: 'bad', found: { zh, en } });
export const unset = (zh: string, en: string): CheckResult => ({ state: 'unset', found: { zh, en } });
