import { areaName, columnName, placeName } from './cell-place.ts';
import type { ConditionalFormat, SheetCell, SheetClose, SheetLayout, SheetRow, Validation } from './sheet.ts';
import { lookIndex, markIndex } from './styles.ts';
import { xmlCellText, xmlText } from './xml-text.ts';

/** Excel reads the parts of a sheet in the fixed order of ECMA-376 part 1, 18.3.1.99 (CT_Worksheet) and in no other. */

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function paneXml({ frozen: { rows, columns } }: SheetLayout): string {
  if (rows === 0 && columns === 0) return '';
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`;
  const topLeft = placeName({ row: rows + 1, column: columns + 1 });
  return `<pane${split} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

/** A sheet up to its first row. */
export function sheetStartXml(layout: SheetLayout): string {
  const columns = layout.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}">`,
    layout.fitWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView${layout.gridLines ? '' : ' showGridLines="0"'}${layout.position === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(layout)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  ].join('');
}

function cellXml({ column, look, content }: SheetCell, row: number): string {
  const start = `<c r="${columnName(column)}${row}" s="${lookIndex[look] ?? 0}"`;
  switch (content.kind) {
    case 'empty':
      return `${start}/>`;
    case 'number':
      return `${start}><v>${content.value}</v></c>`;
    case 'text':
      return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlCellText(content.text)}</t></is></c>`;
    case 'formula': {
      const formula = `<f>${xmlText(content.formula)}</f>`;
      return typeof content.result === 'number'
        ? `${start}>${formula}<v>${content.result}</v></c>`
        : `${start} t="str">${formula}<v>${xmlCellText(content.result)}</v></c>`;
    }
  }
}

export function rowXml({ cells, height }: SheetRow, row: number): string {
  const size = height === null ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row}"${size}>${cells.map((cell) => cellXml(cell, row)).join('')}</row>`;
}

function formatXml({ areas, formula, mark }: ConditionalFormat, priority: number): string {
  const places = areas.map((area) => areaName(area)).join(' ');
  return `<conditionalFormatting sqref="${places}"><cfRule type="expression" dxfId="${markIndex[mark] ?? 0}" priority="${priority}"><formula>${xmlText(formula)}</formula></cfRule></conditionalFormatting>`;
}

function validationXml({ areas, formula, title, message }: Validation): string {
  const places = areas.map((area) => areaName(area)).join(' ');
  return `<dataValidation type="custom" errorStyle="stop" allowBlank="1" showErrorMessage="1" errorTitle="${xmlText(title)}" error="${xmlText(message)}" sqref="${places}"><formula1>${xmlText(formula)}</formula1></dataValidation>`;
}

function counted(element: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${element} count="${items.length}">${items.join('')}</${element}>`;
}

/** Names of a sheet's relations to its own parts. */
export const partOfSheet = { drawing: 'rId1', comments: 'rId2', table: 'rId3' } as const;

/** A sheet from its last row on. */
export function sheetEndXml(layout: SheetLayout, close: SheetClose): string {
  const { filter, merges = [], formats = [], validations = [], notes = [], table, numbersAsText } = close;
  return [
    '</sheetData>',
    filter === undefined ? '' : `<autoFilter ref="${areaName(filter)}"/>`,
    counted(
      'mergeCells',
      merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`),
    ),
    ...formats.map((format, at) => formatXml(format, at + 1)),
    counted('dataValidations', validations.map(validationXml)),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${layout.landscape ? 'landscape' : 'portrait'}"${layout.fitWidth ? ' fitToHeight="0"' : ''}/>`,
    '<headerFooter><oddFooter>&amp;C&amp;9第 &amp;P 页，共 &amp;N 页&amp;R&amp;9&amp;A</oddFooter></headerFooter>',
    numbersAsText === undefined
      ? ''
      : `<ignoredErrors><ignoredError sqref="${areaName(numbersAsText)}" numberStoredAsText="1"/></ignoredErrors>`,
    notes.length === 0 ? '' : `<legacyDrawing r:id="${partOfSheet.drawing}"/>`,
    table === undefined ? '' : `<tableParts count="1"><tablePart r:id="${partOfSheet.table}"/></tableParts>`,
    '</worksheet>',
  ].join('');
}
