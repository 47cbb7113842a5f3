import type { CarriedReport } from '../../carried/carried-report.ts';
import { documentMarks } from '../document-marks.ts';
import { titleOf } from '../document-parts.ts';
import { markupText } from '../markup-text.ts';
import { articleHtml } from './article.ts';
import { styleSheet } from './style-sheet.ts';
import { element, openTag } from './tags.ts';

/** What government sites are asked to say of an article in their pages' heads. */
function metaTags({ report }: CarriedReport): string[] {
  const fields = {
    ArticleTitle: titleOf(report),
    PubDate: report.publishedOn,
    ContentSource: report.agency,
    IndexNumber: report.indexNumber,
  };
  return Object.entries(fields).flatMap(([name, content]) =>
    content === null ? [] : [openTag('meta', { name, content })],
  );
}

function versionHtml(carried: CarriedReport): string {
  const { version, address } = documentMarks(carried);
  const shown = markupText(address ?? '');
  const link = /^https?:/.test(shown) ? element('a', { href: address }, shown) : shown;
  return [version, link].map((line) => (line === '' ? '' : `<p>${line}</p>`)).join('');
}

/** Writes a report as a page that stands alone; its article may also be pasted into a page of a CMS. */
export async function writeHtml(carried: CarriedReport): Promise<Uint8Array> {
  const lines = [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, markupText(titleOf(carried.report))),
    ...metaTags(carried),
    `<style>\n${styleSheet}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    articleHtml(carried),
    '</main>',
    element('footer', { class: 'version' }, versionHtml(carried)),
    '</body>',
    '</html>',
    '',
  ];
  return new TextEncoder().encode(lines.join('\n'));
}
