/**
 * The page of an official document (GB/T 9704-2012) in twips, twentieths of a point: A4 with a text block of 156 by
 * 225 mm, 22 lines to the page, 28 characters to the line.
 */
export const page = { width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1588 } as const;

export const textWidth = page.width - page.left - page.right;

/** Width of the labels of 表二. */
export const disclosureLabels = 2844;

/** Parts a width into columns without a twip lost. */
export function equalWidths(width: number, columns: number): readonly number[] {
  const upTo = (column: number): number => Math.floor((width * column) / columns);
  return Array.from({ length: columns }, (_, column) => upTo(column + 1) - upTo(column));
}

/** The block's height over 22 lines. */
export const linePitch = 579;

/** Sizes of type in half-points by their Chinese names. */
export const typeSize = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

/** Fonts by what they are used for. Where one is not installed, Word takes the other name that the font table gives. */
export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  table: '宋体',
  latin: 'Times New Roman',
} as const;

/** Room for the page number and the lines under it; the number stands 7 mm below the text block. */
export const footerLines = { gap: 397, number: 340, note: 220 } as const;
