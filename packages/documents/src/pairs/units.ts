import { compact } from '../labels/normalise.ts';

const names =
  '万元|亿元|元|人次|条次|件次|条|件|次|个|人|项|期|份|篇|场|例|起|宗|家|名|批|部|册|处|班次|场次|万条|万次|%';
const unitAlone = new RegExp(`^[（(]?(?:单位[:：]?)?(${names})[）)]?$`);
const unitAtEnd = new RegExp(`[（(](?:单位[:：]?)?(${names})[）)]$`);
const counted = new RegExp(`(\\d[\\d,，]*(?:\\.\\d+)?)\\s*(?:余|多)?\\s*(${names})(?!\\d)`, 'g');

/** The unit that a cell names and nothing else, or null. */
export const unitOf = (text: string): string | null => unitAlone.exec(compact(text))?.[1] ?? null;

/** A label and the unit that it carries in brackets (“主动公开政府信息数（条）”). */
export function splitUnit(label: string): { readonly label: string; readonly unit: string | null } {
  const match = unitAtEnd.exec(label.trim());
  return match === null
    ? { label: label.trim(), unit: null }
    : { label: label.trim().slice(0, match.index).trim(), unit: match[1] ?? null };
}

export interface Counted {
  readonly value: number;
  readonly unit: string;
  /** Where the number begins. */
  readonly from: number;
}

/** The numbers with a unit in a text. */
export function countedIn(text: string): Counted[] {
  return [...text.matchAll(counted)].map((match) => ({
    value: Number((match[1] ?? '').replace(/[,，]/g, '')),
    unit: match[2] ?? '',
    from: match.index,
  }));
}
