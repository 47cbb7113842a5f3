import type { Locale } from '@nianbao/core';
import type { Catalogue } from '@nianbao/ui';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Messages = Catalogue<typeof zh>;

const catalogues: Readonly<Record<Locale, Messages>> = { zh, en };

/** The site's own catalogue in a language. */
export function messagesIn(locale: Locale): Messages {
  return catalogues[locale];
}
