import type { CellArea } from './cell-place.ts';
import { areaName, columnName, sheetPrefix } from './cell-place.ts';
import { commentsXml, noteDrawingXml } from './note-parts.ts';
import type { SheetClose, SheetLayout, SheetRow, SheetTable } from './sheet.ts';
import { partOfSheet, rowXml, sheetEndXml, sheetStartXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { xmlJson, xmlText } from './xml-text.ts';
import type { ZipPart } from './zip-parts.ts';
import { ZipArchive } from './zip-parts.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook says of itself as a whole. */
export interface WorkbookProperties {
  readonly title: string;
  readonly creator: string;
  readonly subject: string;
}

/** Data that travels with a workbook and is not shown: the JSON content of a root element. */
export interface CustomPart {
  readonly namespace: string;
  readonly root: string;
  readonly json: string;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`;
}

function tableXml({ name, area, columns }: SheetTable, number: number): string {
  const items = columns.map((column, at) => `<tableColumn id="${at + 1}" name="${xmlText(column)}"/>`);
  return `${declaration}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${number}" name="${name}" displayName="${name}" ref="${areaName(area)}" totalsRowShown="0"><autoFilter ref="${areaName(area)}"/><tableColumns count="${items.length}">${items.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

/** A sheet that is being written: rows from the top, then what is said of them. */
export class SheetWriter {
  readonly layout: SheetLayout;
  readonly number: number;
  close: SheetClose | null = null;
  #part: ZipPart;
  #rows = 0;

  constructor(layout: SheetLayout, number: number, part: ZipPart) {
    this.layout = layout;
    this.number = number;
    this.#part = part;
    part.write(sheetStartXml(layout));
  }

  /** The number of the row written last. */
  get rowCount(): number {
    return this.#rows;
  }

  /** Writes the next row and returns its number. */
  row(row: SheetRow): number {
    this.#rows += 1;
    this.#part.write(rowXml(row, this.#rows));
    return this.#rows;
  }

  end(close: SheetClose = {}): void {
    this.close = close;
    this.#part.write(sheetEndXml(this.layout, close));
    this.#part.end();
  }
}

/**
 * Writes a workbook of Excel (ECMA-376) part by part. Sheets may be written side by side; nothing of them is held but
 * their compressed bytes. The same rows give the same bytes: the file names no time and no machine.
 */
export class WorkbookWriter {
  #archive = new ZipArchive();
  #contentTypes = this.#archive.open('[Content_Types].xml');
  #sheets: SheetWriter[] = [];
  #overrides: [part: string, type: string][] = [];

  sheet(layout: SheetLayout): SheetWriter {
    const number = this.#sheets.length + 1;
    const part = this.#archive.open(`xl/worksheets/sheet${number}.xml`);
    const sheet = new SheetWriter(layout, number, part);
    this.#sheets.push(sheet);
    return sheet;
  }

  /** Completes the file once every sheet has ended. */
  finish(properties: WorkbookProperties, custom: CustomPart | null = null): Uint8Array {
    const sheets = this.#sheets.toSorted((a, b) => a.layout.position - b.layout.position);
    for (const sheet of sheets) this.#addPartsOf(sheet);
    this.#addWorkbook(sheets, custom);
    this.#addProperties(properties);
    if (custom !== null) this.#addCustom(custom);
    this.#override('/xl/styles.xml', `${spreadsheet}.styles+xml`);
    this.#archive.add('xl/styles.xml', `${declaration}${stylesXml}`);
    this.#endContentTypes();
    return this.#archive.finish();
  }

  #override(part: string, type: string): void {
    this.#overrides.push([part, type]);
  }

  #addPartsOf({ number, close }: SheetWriter): void {
    this.#override(`/xl/worksheets/sheet${number}.xml`, `${spreadsheet}.worksheet+xml`);
    const { notes = [], table } = close ?? {};
    const relations: Relation[] = [];
    if (notes.length > 0) {
      this.#override(`/xl/comments${number}.xml`, `${spreadsheet}.comments+xml`);
      this.#archive.add(`xl/comments${number}.xml`, commentsXml(notes));
      this.#archive.add(`xl/drawings/vmlDrawing${number}.vml`, noteDrawingXml(notes));
      relations.push(
        { id: partOfSheet.drawing, type: `${office}/vmlDrawing`, target: `../drawings/vmlDrawing${number}.vml` },
        { id: partOfSheet.comments, type: `${office}/comments`, target: `../comments${number}.xml` },
      );
    }
    if (table !== undefined) {
      this.#override(`/xl/tables/table${number}.xml`, `${spreadsheet}.table+xml`);
      this.#archive.add(`xl/tables/table${number}.xml`, tableXml(table, number));
      relations.push({ id: partOfSheet.table, type: `${office}/table`, target: `../tables/table${number}.xml` });
    }
    if (relations.length > 0) {
      this.#archive.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsXml(relations));
    }
  }

  #addWorkbook(sheets: readonly SheetWriter[], custom: CustomPart | null): void {
    const items = sheets.map(({ layout, number }) => {
      const state = layout.shown === 'visible' ? '' : ` state="${layout.shown}"`;
      return `<sheet name="${xmlText(layout.name)}" sheetId="${number}"${state} r:id="rId${number}"/>`;
    });
    const names = sheets.flatMap(({ layout, close }, at) => definedNames(layout, close?.filter, at));
    this.#archive.add(
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" tabRatio="800"/></bookViews><sheets>${items.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029"/></workbook>`,
    );
    this.#override('/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`);
    const relations = sheets.map(({ number }) => ({
      id: `rId${number}`,
      type: `${office}/worksheet`,
      target: `worksheets/sheet${number}.xml`,
    }));
    const next = sheets.length + 1;
    const styles = { id: `rId${next}`, type: `${office}/styles`, target: 'styles.xml' };
    const data = { id: `rId${next + 1}`, type: `${office}/customXml`, target: '../customXml/item1.xml' };
    const all = [...relations, styles, ...(custom === null ? [] : [data])];
    this.#archive.add('xl/_rels/workbook.xml.rels', relationsXml(all));
    const main = { id: 'rId1', type: `${office}/officeDocument`, target: 'xl/workbook.xml' };
    const core = {
      id: 'rId2',
      type: `${packages}/relationships/metadata/core-properties`,
      target: 'docProps/core.xml',
    };
    const app = { id: 'rId3', type: `${office}/extended-properties`, target: 'docProps/app.xml' };
    this.#archive.add('_rels/.rels', relationsXml([main, core, app]));
  }

  #addProperties({ title, creator, subject }: WorkbookProperties): void {
    this.#override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml');
    this.#archive.add(
      'docProps/core.xml',
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(creator)}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>`,
    );
    this.#override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml');
    this.#archive.add(
      'docProps/app.xml',
      `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>nianbao</Application></Properties>`,
    );
  }

  #addCustom({ namespace, root, json }: CustomPart): void {
    this.#archive.add('customXml/item1.xml', `${declaration}<${root} xmlns="${namespace}">${xmlJson(json)}</${root}>`);
    const properties = '/customXml/itemProps1.xml';
    this.#override(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
    this.#archive.add(
      'customXml/itemProps1.xml',
      `${declaration}<ds:datastoreItem ds:itemID="{6E69616E-6261-4F20-8000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    this.#archive.add(
      'customXml/_rels/item1.xml.rels',
      relationsXml([{ id: 'rId1', type: `${office}/customXmlProps`, target: 'itemProps1.xml' }]),
    );
  }

  #endContentTypes(): void {
    const defaults = [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
      ['xml', 'application/xml'],
    ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
    const overrides = this.#overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
    this.#contentTypes.write(
      `${declaration}<Types xmlns="${packages}/content-types">${defaults.join('')}${overrides.join('')}</Types>`,
    );
    this.#contentTypes.end();
  }
}

function definedNames(layout: SheetLayout, filter: CellArea | undefined, at: number): string[] {
  const sheet = xmlText(sheetPrefix(layout.name));
  const names: string[] = [];
  const repeated = layout.fitWidth ? 0 : layout.frozen.columns;
  const columns = repeated === 0 ? '' : `${sheet}$A:$${columnName(repeated)},`;
  if (filter !== undefined) {
    names.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}${areaName(filter, 'fixed')}</definedName>`,
    );
  }
  if (layout.titleRows > 0) {
    names.push(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${columns}${sheet}$1:$${layout.titleRows}</definedName>`,
    );
  }
  return names;
}
