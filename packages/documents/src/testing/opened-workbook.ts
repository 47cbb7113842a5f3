import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part, with the text directly inside it. */
export interface OpenedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: OpenedElement[];
  text: string;
}

export interface OpenedCell {
  readonly formula: string | null;
  /** What the file says the cell shows; null where it is empty. */
  readonly value: number | string | null;
}

export interface OpenedFormat {
  readonly areas: readonly string[];
  readonly formula: string;
  readonly mark: number;
}

export interface OpenedSheet {
  readonly name: string;
  readonly state: string;
  readonly root: OpenedElement;
  readonly cells: ReadonlyMap<string, OpenedCell>;
  readonly merges: readonly string[];
  readonly formats: readonly OpenedFormat[];
  readonly validations: readonly { readonly area: string; readonly formula: string }[];
  readonly notes: ReadonlyMap<string, string>;
}

export interface OpenedWorkbook {
  readonly parts: ReadonlyMap<string, OpenedElement>;
  readonly sheets: readonly OpenedSheet[];
}

/** Parses XML; throws where it is not well-formed. */
function parseXml(text: string): OpenedElement {
  const top: OpenedElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenedElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  });
  parser.write(text).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('no root element');
  return root;
}

export function childrenOf(element: OpenedElement | undefined, name: string): readonly OpenedElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

const childOf = (element: OpenedElement | undefined, name: string) => childrenOf(element, name)[0];

/** Undoes the marks for characters that XML cannot hold. */
const plain = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function cellOf(element: OpenedElement): OpenedCell {
  const formula = childOf(element, 'f')?.text ?? null;
  const inline = childOf(childOf(element, 'is'), 't');
  if (inline !== undefined) return { formula, value: plain(inline.text) };
  const value = childOf(element, 'v')?.text;
  if (value === undefined) return { formula, value: null };
  return { formula, value: element.attributes.t === 'str' ? plain(value) : Number(value) };
}

function openSheet(entry: OpenedElement, parts: ReadonlyMap<string, OpenedElement>): OpenedSheet {
  const relation = childrenOf(parts.get('xl/_rels/workbook.xml.rels'), 'Relationship').find(
    ({ attributes }) => attributes.Id === entry.attributes['r:id'],
  );
  const path = `xl/${relation?.attributes.Target}`;
  const root = parts.get(path);
  if (root === undefined) throw new Error(`no part ${path}`);
  const rows = childrenOf(childOf(root, 'sheetData'), 'row');
  const comments = parts.get(path.replace('worksheets/sheet', 'comments'));
  return {
    name: entry.attributes.name ?? '',
    state: entry.attributes.state ?? 'visible',
    root,
    cells: new Map(rows.flatMap((row) => childrenOf(row, 'c').map((cell) => [cell.attributes.r ?? '', cellOf(cell)]))),
    merges: childrenOf(childOf(root, 'mergeCells'), 'mergeCell').map(({ attributes }) => attributes.ref ?? ''),
    formats: childrenOf(root, 'conditionalFormatting').map((format) => {
      const rule = childOf(format, 'cfRule');
      return {
        areas: (format.attributes.sqref ?? '').split(' '),
        formula: childOf(rule, 'formula')?.text ?? '',
        mark: Number(rule?.attributes.dxfId),
      };
    }),
    validations: childrenOf(childOf(root, 'dataValidations'), 'dataValidation').map((validation) => ({
      area: validation.attributes.sqref ?? '',
      formula: childOf(validation, 'formula1')?.text ?? '',
    })),
    notes: new Map(
      childrenOf(childOf(comments, 'commentList'), 'comment').map((comment) => [
        comment.attributes.ref ?? '',
        childOf(childOf(childOf(comment, 'text'), 'r'), 't')?.text ?? '',
      ]),
    ),
  };
}

/** Opens a workbook as any program would that knows the file format and nothing of the writer. */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, parseXml(decoder.decode(data))]));
  const sheets = childrenOf(childOf(parts.get('xl/workbook.xml'), 'sheets'), 'sheet');
  return { parts, sheets: sheets.map((sheet) => openSheet(sheet, parts)) };
}

/** The sheet of that name; throws where there is none. */
export function sheetOf(book: OpenedWorkbook, name: string): OpenedSheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}
