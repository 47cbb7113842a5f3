import type { Locale, Text } from '@nianbao/core';
import type { OptionName } from './options.ts';

type Values = Readonly<Partial<Record<OptionName, string | boolean>>>;

/** The options as they were given, read one by one; the first that is wrong is kept as the mistake to tell. */
export class Given {
  readonly #values: Values;
  #mistake: Text | null = null;

  constructor(values: Values) {
    this.#values = values;
  }

  get mistake(): Text | null {
    return this.#mistake;
  }

  wrong(zh: string, en: string): void {
    this.#mistake ??= { zh, en };
  }

  flag(name: OptionName): boolean {
    return this.#values[name] === true;
  }

  text(name: OptionName): string | null {
    const value = this.#values[name];
    if (value === '') this.wrong(`--${name} 后面要写内容。`, `--${name} needs a value.`);
    return typeof value === 'string' ? value : null;
  }

  /** One of a list; `otherwise` where the option was not given. */
  choice<T extends string>(name: OptionName, choices: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === null) return otherwise;
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) {
      this.wrong(
        `--${name} 只能是 ${choices.join('、')}，不是“${value}”。`,
        `--${name} is one of ${choices.join(', ')}, not “${value}”.`,
      );
    }
    return chosen ?? otherwise;
  }

  /** A whole number of at least `least`; null where the option was not given. */
  count(name: OptionName, least: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least) return number;
    this.wrong(
      `--${name} 要写不小于 ${least} 的整数，不是“${value}”。`,
      `--${name} is a whole number of at least ${least}, not “${value}”.`,
    );
    return null;
  }

  /** An address of the web; null where the option was not given. */
  address(name: OptionName): string | null {
    const value = this.text(name);
    if (value === null || (/^https?:\/\//i.test(value) && URL.canParse(value))) return value;
    this.wrong(
      `--${name} 要写 http 或 https 网址，不是“${value}”。`,
      `--${name} is an address that starts with http or https, not “${value}”.`,
    );
    return null;
  }

  language(): Locale {
    return this.choice('lang', ['zh', 'en'], 'zh');
  }
}
