import type { Locale, Text } from '@nianbao/core';
import type { Config } from '../start/config.ts';

/** Options that operations take, as `parseArgs` of Node takes them. */
export const options = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  out: { type: 'string', short: 'o' },
  seal: { type: 'string' },
  check: { type: 'boolean' },
  'without-jobs': { type: 'boolean' },
} as const;

export type OptionName = keyof typeof options;

export const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

/** A mistake on the command line, with a sentence for the person. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
  readonly text: Text;

  constructor(zh: string, en: string) {
    super(en);
    this.text = { zh, en };
  }
}

/** What an operation is given. */
export interface Given {
  readonly lang: Locale;
  readonly json: boolean;
  readonly values: Readonly<Partial<Record<OptionName, string | boolean>>>;
  readonly paths: readonly string[];
  /** Throws `InvalidConfig` where the environment is wrong. */
  readonly config: () => Config;
  /** Says on standard error how far it is. */
  readonly progress: (sentence: string) => void;
}

/** What an operation tells: lines for a person, the same as data, and how it ends. */
export interface Outcome {
  readonly code: number;
  readonly lines: readonly Text[];
  readonly data: object;
}

/** One operation of `nianbao`. */
export interface Operation {
  readonly usage: Text;
  readonly options: readonly OptionName[];
  /** How many paths it takes. */
  readonly paths: 0 | 1;
  readonly run: (given: Given) => Promise<Outcome>;
}
