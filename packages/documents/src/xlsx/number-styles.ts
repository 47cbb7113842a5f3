import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf } from '../xml/tree.ts';

/** What a number stands for, by the number format of its cell. */
export type NumberStyle =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'date'; readonly year: boolean; readonly month: boolean; readonly day: boolean };

const number: NumberStyle = { kind: 'number' };
const wholeDate: NumberStyle = { kind: 'date', year: true, month: true, day: true };

/** Formats that every program knows by their number alone; 27 to 36 and 50 to 58 are dates in Chinese versions. */
function builtIn(id: number): NumberStyle {
  if (id === 9) return { kind: 'percent', decimals: 0 };
  if (id === 10) return { kind: 'percent', decimals: 2 };
  if (id === 17) return { kind: 'date', year: true, month: true, day: false };
  const isDate = (id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
  return isDate ? wholeDate : number;
}

/** Reads the code of a format that a workbook defines itself, such as `yyyy"年"m"月"d"日"` or `0.0%`. */
export function styleOfCode(code: string): NumberStyle {
  const [positive = ''] = code
    .slice(0, 300)
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    .split(';');
  const plain = positive.toLowerCase();
  if (plain.includes('%')) return { kind: 'percent', decimals: /\.(0+)/.exec(plain)?.[1]?.length ?? 0 };
  const [year, day] = [plain.includes('y') || plain.includes('e'), plain.includes('d')];
  const isDate = (year || day) && !/[0#?]/.test(plain) && !plain.startsWith('general');
  return isDate ? { kind: 'date', year, day, month: plain.includes('m') } : number;
}

/** The number styles of a workbook's cells, by the style number that a cell names. */
export function numberStylesOf(root: XmlElement | null): NumberStyle[] {
  const codes = new Map<string, string>();
  const own = childOf(root, 's:numFmts');
  for (const format of own === null ? [] : elementsOf(own)) {
    codes.set(attributeOf(format, 'numFmtId') ?? '', attributeOf(format, 'formatCode') ?? '');
  }
  const cells = childOf(root, 's:cellXfs');
  return (cells === null ? [] : elementsOf(cells)).map((cell) => {
    const id = attributeOf(cell, 'numFmtId') ?? '0';
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : styleOfCode(code);
  });
}
