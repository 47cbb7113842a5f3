import type { Block, Report } from '@nianbao/core';
import { sectionHeading } from '@nianbao/core';

/**
 * A report's text as rows of a sheet. `section` counts the sections as they stand, 0 is what comes before them; `block`
 * counts the blocks of a section, 0 is its heading. Rows of one block, such as the items of a list, share its number.
 */
export interface TextRow {
  readonly section: number;
  readonly block: number;
  readonly kind: TextRowKind;
  readonly texts: readonly string[];
}

export type TextRowKind = keyof typeof textRowKinds;

/** Kinds of rows as a person sees them. */
export const textRowKinds = {
  section: '部分',
  heading: '小标题',
  paragraph: '段落',
  item: '列表项',
  numberedItem: '编号项',
  caption: '表题',
  tableHead: '表头',
  tableRow: '表格行',
  image: '图片',
  localRow: '地方行',
} as const;

type Lines = readonly (readonly [kind: TextRowKind, ...texts: readonly string[]])[];

function blockLines(block: Block): Lines {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [[block.kind, block.text]];
    case 'list':
      return block.items.map((item) => [block.ordered ? 'numberedItem' : 'item', item]);
    case 'table': {
      const rows: Lines = block.rows.map((row, at) => [at < block.headRows ? 'tableHead' : 'tableRow', ...row]);
      return block.caption === null ? rows : [['caption', block.caption], ...rows];
    }
    case 'image':
      return [block.source === '' ? ['image', block.alt] : ['image', block.alt, block.source]];
    case 'localRow':
      return [['localRow', block.label, ...block.values]];
  }
}

function blockRows(section: number, blocks: readonly Block[]): readonly TextRow[] {
  return blocks.flatMap((block, at) =>
    blockLines(block).map(([kind, ...texts]): TextRow => ({ section, block: at + 1, kind, texts })),
  );
}

/** All of a report's text from top to bottom, the title left out. */
export function textRows(report: Pick<Report, 'preface' | 'sections'>): readonly TextRow[] {
  return [
    ...blockRows(0, report.preface),
    ...report.sections.flatMap((section, at): readonly TextRow[] => [
      { section: at + 1, block: 0, kind: 'section', texts: [sectionHeading(section)] },
      ...blockRows(at + 1, section.blocks),
    ]),
  ];
}
