/** The looks of cells, each a row; a sheet names the look, the number in the file follows from the order here. */

interface Font {
  readonly family: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
}

interface Look {
  readonly font: keyof typeof fonts;
  readonly fill?: keyof typeof fills;
  readonly border?: 'grid' | 'under';
  /** A number format; General where none is said. `@` is text, so that what is typed there stays text. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly top?: boolean;
  readonly wrap?: boolean;
  readonly indent?: number;
}

/** The tables are set in 宋体 and their titles in 黑体, as printed forms are; every Chinese Office has both. */
const fonts = {
  text: { family: '宋体', size: 11 },
  small: { family: '宋体', size: 9, colour: '595959' },
  table: { family: '宋体', size: 10.5 },
  tableStrong: { family: '宋体', size: 10.5, bold: true },
  strong: { family: '宋体', size: 11, bold: true },
  title: { family: '黑体', size: 16 },
  heading: { family: '黑体', size: 12 },
  unread: { family: '宋体', size: 10.5, italic: true, colour: 'B3261E' },
} as const satisfies Readonly<Record<string, Font>>;

const fills = { head: 'EEF2F7', foot: 'F7F7F7' } as const;

const number = '0';
const money = '0.00####';

const looks = {
  text: { font: 'text' },
  title: { font: 'title', align: 'center' },
  leftTitle: { font: 'title', align: 'left' },
  heading: { font: 'heading', wrap: true },
  headingRuled: { font: 'heading', border: 'grid', fill: 'head', wrap: true },
  strong: { font: 'strong' },
  key: { font: 'strong', border: 'grid', fill: 'head', top: true, wrap: true },
  value: { font: 'text', border: 'grid', top: true, wrap: true, align: 'left' },
  valueAsText: { font: 'text', border: 'grid', top: true, wrap: true, align: 'left', format: '@' },
  note: { font: 'small', wrap: true, top: true },
  noteLine: { font: 'small' },
  noteRight: { font: 'small', align: 'right' },
  columnHead: { font: 'strong', border: 'grid', fill: 'head', align: 'center', wrap: true },
  head: { font: 'tableStrong', border: 'grid', fill: 'head', align: 'center', wrap: true },
  label: { font: 'table', border: 'grid', align: 'left', wrap: true, indent: 1 },
  labelCentred: { font: 'table', border: 'grid', align: 'center', wrap: true },
  count: { font: 'table', border: 'grid', align: 'right', format: number },
  money: { font: 'table', border: 'grid', align: 'right', format: money },
  mark: { font: 'table', border: 'grid', align: 'right' },
  unread: { font: 'unread', border: 'grid', align: 'right', wrap: true, format: '@' },
  plainText: { font: 'text', format: '@' },
  plainCount: { font: 'text', format: number, align: 'right' },
  plainMoney: { font: 'text', format: money, align: 'right' },
  plainNumber: { font: 'text', align: 'right' },
  listText: { font: 'text', top: true, format: '@' },
  listWrapped: { font: 'text', top: true, wrap: true, format: '@' },
  listNumber: { font: 'text', top: true, align: 'right' },
  plainMark: { font: 'text', align: 'right' },
  plainUnread: { font: 'unread', format: '@', align: 'right' },
  footLabel: { font: 'strong', fill: 'foot', border: 'under' },
  footCount: { font: 'strong', fill: 'foot', border: 'under', format: number, align: 'right' },
  footMoney: { font: 'strong', fill: 'foot', border: 'under', format: money, align: 'right' },
  centred: { font: 'text', align: 'center', top: true, border: 'grid' },
  sum: { font: 'text', align: 'right', top: true, border: 'grid' },
  textCell: { font: 'text', wrap: true, top: true, border: 'grid', format: '@' },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof looks;

const lookNames = Object.keys(looks);
const rows: readonly Look[] = Object.values(looks);

export const lookIndex: Readonly<Record<string, number>> = Object.fromEntries(lookNames.map((name, at) => [name, at]));

/** What conditional formats turn cells to. Broken cells are those of a rule's left side; what they disagree with is paler. */
const marks = {
  errorBroken: { text: '9C1C10', ground: 'F3B1A8', bold: true },
  errorBeside: { text: '9C1C10', ground: 'FCE5E1', bold: false },
  warningBroken: { text: '7A4B00', ground: 'FAD9A0', bold: true },
  warningBeside: { text: '7A4B00', ground: 'FDF0D8', bold: false },
  absent: { text: '595959', ground: 'FFF8DC', bold: false },
} as const;

export type MarkName = keyof typeof marks;

export const markIndex: Readonly<Record<string, number>> = Object.fromEntries(
  Object.keys(marks).map((name, at) => [name, at]),
);

const firstOwnFormat = 164;
const formatCodes = [...new Set(rows.flatMap(({ format }) => (format === undefined ? [] : [format])))];
/** Formats that every program knows by number (ECMA-376 part 1, 18.8.30); others are declared in the file. */
const builtInFormats: Readonly<Record<string, number>> = { '0': 1, '@': 49 };
const ownFormats = formatCodes.filter((code) => builtInFormats[code] === undefined);
const formatId = (code: string | undefined): number =>
  code === undefined ? 0 : (builtInFormats[code] ?? firstOwnFormat + ownFormats.indexOf(code));

const fontXml = ({ family, size, bold, italic, colour }: Font): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/><color rgb="FF${colour ?? '000000'}"/><name val="${family}"/><family val="3"/><charset val="134"/></font>`;

const line = (side: string, on: boolean): string =>
  on ? `<${side} style="thin"><color rgb="FF7F7F7F"/></${side}>` : `<${side}/>`;

const borders = { none: [], grid: ['left', 'right', 'top', 'bottom'], under: ['top', 'bottom'] } as const;

const borderXml = (sides: readonly string[]): string =>
  `<border>${['left', 'right', 'top', 'bottom'].map((side) => line(side, sides.includes(side))).join('')}<diagonal/></border>`;

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

const fontNames = Object.keys(fonts);
const fillNames = Object.keys(fills);
const borderNames = Object.keys(borders);

function lookXml({ font, fill, border, format, align, top, wrap, indent }: Look): string {
  // The first two fills are fixed by the file format: none, and gray125.
  const fillId = fill === undefined ? 0 : fillNames.indexOf(fill) + 2;
  const alignment = [
    align === undefined ? '' : ` horizontal="${align}"`,
    ` vertical="${top === true ? 'top' : 'center'}"`,
    wrap === true ? ' wrapText="1"' : '',
    indent === undefined ? '' : ` indent="${indent}"`,
  ].join('');
  return `<xf numFmtId="${formatId(format)}" fontId="${fontNames.indexOf(font)}" fillId="${fillId}" borderId="${borderNames.indexOf(border ?? 'none')}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${alignment}/></xf>`;
}

const list = (element: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${element} count="${items.length}">${items.join('')}</${element}>`;

export const stylesXml = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  list(
    'numFmts',
    ownFormats.map((code) => `<numFmt numFmtId="${formatId(code)}" formatCode="${code}"/>`),
  ),
  list('fonts', Object.values(fonts).map(fontXml)),
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...Object.values(fills).map(solid),
  ]),
  list('borders', Object.values(borders).map(borderXml)),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  list('cellXfs', rows.map(lookXml)),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  list(
    'dxfs',
    Object.values(marks).map(
      ({ text, ground, bold }) =>
        `<dxf><font>${bold ? '<b/>' : ''}<color rgb="FF${text}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${ground}"/><bgColor rgb="FF${ground}"/></patternFill></fill></dxf>`,
    ),
  ),
  '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
  '</styleSheet>',
].join('');
