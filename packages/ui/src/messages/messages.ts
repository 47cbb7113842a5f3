import type { Locale } from '@nianbao/core';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The shape of a catalogue: the literals of the Chinese one widened, so that another language may say its own. */
export type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Catalogue<T[K]>;
};

export type Messages = Catalogue<typeof zh>;

const catalogues: Readonly<Record<Locale, Messages>> = { zh, en };

/** The catalogue of the shared components in a language. */
export function messagesIn(locale: Locale): Messages {
  return catalogues[locale];
}

/** The value of `lang` for text in a language of the product. */
export const languageTag: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };
