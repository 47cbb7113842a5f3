import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriedText } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { documentMarks } from '../document-marks.ts';
import type { DocumentPart } from '../document-parts.ts';
import { documentParts } from '../document-parts.ts';
import { editions } from '../editions.ts';
import { markupText } from '../markup-text.ts';
import { localRowsHtml, statutoryTableHtml, textTableHtml } from './tables.ts';
import { element, htmlLines, openTag } from './tags.ts';

const headingTags = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const;

function pictureHtml({ picture, alt }: Extract<DocumentPart, { kind: 'picture' }>): string {
  const { mediaType, bytes, width, height } = picture;
  const src = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  return `<figure>${openTag('img', { src, alt, width, height })}</figure>`;
}

function partHtml(part: DocumentPart): string {
  switch (part.kind) {
    case 'title':
      return `<h1>${part.pieces.map((piece) => element('span', {}, htmlLines(piece))).join('')}</h1>`;
    case 'facts':
      return element(
        'p',
        { class: 'facts' },
        part.facts.map(({ label, value }) => element('span', {}, `${label}：${markupText(value)}`)).join('　'),
      );
    case 'heading':
      return element(headingTags[part.rank], {}, htmlLines(part.text));
    case 'paragraph':
      return element('p', {}, htmlLines(part.text));
    case 'list': {
      const items = part.items.map((item) => element('li', {}, htmlLines(item)));
      return element(part.ordered ? 'ol' : 'ul', {}, `\n${items.join('\n')}\n`);
    }
    case 'textTable':
      return textTableHtml(part.table);
    case 'picture':
      return pictureHtml(part);
    case 'statutoryTable':
      return statutoryTableHtml(part);
    case 'localRows':
      return localRowsHtml(part);
    case 'signature': {
      const lines = [part.agency, part.writtenOn].flatMap((line) =>
        line === null ? [] : element('p', {}, markupText(line)),
      );
      return element('div', { class: 'signature' }, lines.join(''));
    }
  }
}

/** White space as references, so that no reader takes the long attribute for many. */
const unspaced = (text: string): string => text.replace(/\s/gu, (space) => `&#${space.codePointAt(0)};`);

/** The report itself, in an element that is not shown. */
function carriedHtml(carried: CarriedReport): string {
  return `<div hidden ${carriers.htmlAttribute}="${unspaced(markupText(carriedText(carried, editions.html)))}"></div>`;
}

/** The report as one element to paste into a page: its text and tables, and inside it the report itself. */
export function articleHtml(carried: CarriedReport): string {
  const { draft } = documentMarks(carried);
  const mark = draft === null ? [] : [element('aside', { class: 'draft' }, draft)];
  const parts = documentParts(carried.report).map(partHtml);
  const content = [...mark, ...parts, carriedHtml(carried)].join('\n');
  return element('article', { class: 'nianbao', lang: 'zh-CN' }, `\n${content}\n`);
}
