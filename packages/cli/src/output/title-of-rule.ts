import type { Locale } from '@nianbao/core';
import { ruleById } from '@nianbao/core';
import { readingKindById } from '@nianbao/documents';

/** The title of a rule, or of what reading can find. */
export const titleOfRule = (id: string, lang: Locale): string =>
  (ruleById.get(id) ?? readingKindById.get(id))?.title[lang] ?? id;
