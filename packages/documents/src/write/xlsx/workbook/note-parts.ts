import { placeName } from './cell-place.ts';
import type { CellNote } from './sheet.ts';
import { xmlCellText } from './xml-text.ts';

/** Notes on cells take two parts: what they say, and a drawing of their boxes in the older VML, which Excel still asks for. */

const byPlace = (notes: readonly CellNote[]): readonly CellNote[] =>
  notes.toSorted((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);

export function commentsXml(notes: readonly CellNote[]): string {
  const comments = byPlace(notes).map(
    ({ place, text }) =>
      `<comment ref="${placeName(place)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${xmlCellText(text)}</t></r></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>nianbao</author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

function boxXml({ place: { row, column } }: CellNote, at: number): string {
  // Anchor: left column, its offset, top row, its offset, right column, its offset, bottom row, its offset; from 0.
  const anchor = [column, 12, Math.max(row - 2, 0), 4, column + 3, 12, row + 2, 4].join(', ');
  return `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}

export function noteDrawingXml(notes: readonly CellNote[]): string {
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...byPlace(notes).map(boxXml),
    '</xml>',
  ].join('');
}
