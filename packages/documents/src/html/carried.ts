import { carriers } from '../carried/carriers.ts';

const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: '\u00a0' };

function character(reference: string): string {
  const name = named[reference.toLowerCase()];
  if (name !== undefined) return name;
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const unescaped = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|quot|amp|lt|gt|apos|nbsp);/gi, (_, reference: string) =>
    character(reference),
  );

/** A page without the report that it carries, and that report as text; null where it carries none. */
export interface UnloadedPage {
  readonly html: string;
  readonly carried: string | null;
}

/**
 * Takes the report that a page carries in a hidden element out of it, so that the page is read as any other. The text is
 * cut by its quotation marks: it may be longer than what a tree can be built of in fair time.
 */
export function takeCarried(html: string): UnloadedPage {
  const start = html.indexOf(`${carriers.htmlAttribute}="`);
  if (start < 0) return { html, carried: null };
  const from = start + carriers.htmlAttribute.length + 2;
  const to = html.indexOf('"', from);
  if (to < 0) return { html, carried: null };
  return { html: html.slice(0, start) + html.slice(to + 1), carried: unescaped(html.slice(from, to)) };
}
