import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { SavedPart } from '../testing/saved-page.ts';
import { quotedPrintable, savedPage } from '../testing/saved-page.ts';
import { looksLikeMhtml, readMhtml } from './read-mhtml.ts';

const page =
  '<html><body><p>云溪县青岚镇2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>2023年，本镇主动公开信息=6条。</p></body></html>';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const style: SavedPart = { type: 'text/css', encoding: '7bit', body: 'p { color: red }' };
const utf8 = new TextEncoder().encode(page);
const gbk = iconv.encode(page, 'gbk');

describe('a page saved as one file', () => {
  it.each([
    ['quoted-printable', { type: 'text/html', encoding: 'quoted-printable', body: quotedPrintable(utf8) }],
    ['base64', { type: 'text/html; charset="utf-8"', encoding: 'base64', body: Buffer.from(utf8).toString('base64') }],
    ['GBK', { type: 'text/html;\r\n\tcharset="gb2312"', encoding: 'quoted-printable', body: quotedPrintable(gbk) }],
    ['plain bytes', { type: 'text/html', encoding: '8bit', body: Buffer.from(utf8).toString('latin1') }],
  ])('gives its page from %s', (_, part) => {
    const file = savedPage([style, part]);
    expect(looksLikeMhtml(file)).toBe(true);
    expect(readMhtml(bytesOf(file))?.html.trimEnd()).toBe(page);
  });

  it('is read as the report that it shows', async () => {
    const file = savedPage([{ type: 'text/html', encoding: 'quoted-printable', body: quotedPrintable(utf8) }]);
    const read = await readReport(bytesOf(file), { fileName: 'page.mht' });
    expect(read).toMatchObject({ ok: true, report: { agency: '云溪县青岚镇人民政府', year: 2023 } });
  });

  it('without a page in it is refused', async () => {
    expect(await readReport(bytesOf(savedPage([style])), { fileName: 'page.mht' })).toMatchObject({
      error: { code: 'KIND_UNKNOWN' },
    });
  });
});
