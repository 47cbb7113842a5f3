import { placeIn } from '../formats/place-labels.ts';
import type { Finding } from './finding.ts';

export type Locale = 'zh' | 'en';

/** A text in both languages of the product. `{name}` stands for a value of the finding. */
export type Text = Readonly<Record<Locale, string>>;

/** What every kind of finding has, whether a rule of the report or a difficulty in reading a file. */
export interface FindingKind {
  /** Stable name, the same in code, findings, documentation and test titles. */
  readonly id: string;
  readonly title: Text;
  /** What was found, with both sides. May use {expected}, {actual}, {difference}, {quote} and the finding's values. */
  readonly message: Text;
  /** What the person who must mend it should do next. */
  readonly instruction: Text;
}

export interface Description {
  readonly title: string;
  readonly message: string;
  readonly instruction: string;
}

/** Puts values in the place of `{name}`; a name without a value stays as it is. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string | number | null>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Values that are official labels, in the reader's language. */
function inLanguage(values: Finding['values'], locale: Locale): Finding['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? placeIn(value, locale) : value]),
  );
}

/** The sentences of a finding in one language. */
export function describe(kind: FindingKind, finding: Finding, locale: Locale): Description {
  const values = {
    expected: finding.expected,
    actual: finding.actual,
    difference: finding.difference,
    quote: finding.place?.quote ?? null,
    ...inLanguage(finding.values, locale),
  };
  return {
    title: kind.title[locale],
    message: fillTemplate(kind.message[locale], values),
    instruction: fillTemplate(kind.instruction[locale], values),
  };
}
