import type { Archive } from '../archive/archive.ts';
import { mainPartOf, relationshipsOf } from '../archive/relationships.ts';
import { DocumentRefused } from '../office/document-refused.ts';
import { attributeOf } from '../xml/read-xml.ts';
import { childOf, elementsOf, readTree } from '../xml/tree.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly WorkbookSheet[];
  /** Whether days are counted from 1904, as old workbooks of the Macintosh do. */
  readonly from1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** What a workbook says of its sheets. Throws DocumentRefused where it is broken. */
export function readWorkbook(archive: Archive): Workbook {
  const main = mainPartOf(archive, 'xl/workbook.xml');
  const bytes = archive.part(main);
  if (bytes === null) throw new DocumentRefused('BROKEN');
  const root = readTree(bytes);
  const relationships = relationshipsOf(archive, main);
  const targetOf = (type: string): string | null => relationships.find((item) => item.type === type)?.target ?? null;
  const list = childOf(root, 's:sheets');
  const sheets = (list === null ? [] : elementsOf(list)).flatMap((sheet): WorkbookSheet[] => {
    const id = attributeOf(sheet, 'id');
    // Charts and old macro sheets stand in the same list.
    const part = relationships.find((item) => item.id === id && item.type === 'worksheet')?.target;
    if (part === undefined) return [];
    const hidden = (attributeOf(sheet, 'state') ?? 'visible') !== 'visible';
    return [{ name: (attributeOf(sheet, 'name') ?? '').slice(0, 100), hidden, part }];
  });
  const properties = childOf(root, 's:workbookPr');
  return {
    sheets,
    from1904: properties !== null && ['1', 'true'].includes(attributeOf(properties, 'date1904') ?? ''),
    sharedStrings: targetOf('sharedStrings'),
    styles: targetOf('styles'),
  };
}
