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

/** Between the names of a list, and between passages, which have signs of their own. */
const separators = { zh: { names: '、', passages: '；' }, en: { names: ', ', passages: '; ' } } as const;

const isPassage = (item: string): boolean => /[“→、，；,;：:]/.test(item);

function listIn(items: readonly string[], locale: Locale): string {
  const { names, passages } = separators[locale];
  return items.map((item) => placeIn(item, locale)).join(items.some(isPassage) ? passages : names);
}

/** Values that are official labels, and lists, in the reader's language. */
function inLanguage(values: Finding['values'], locale: Locale): Readonly<Record<string, string | number>> {
  const told = (value: Finding['values'][string]) => {
    if (typeof value === 'number') return value;
    return typeof value === 'string' ? placeIn(value, locale) : listIn(value, locale);
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, told(value)]));
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
