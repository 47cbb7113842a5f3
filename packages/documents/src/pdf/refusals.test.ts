import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { textAt } from '../testing/pdf-drawing.ts';
import type { PdfObject, PdfParts } from '../testing/pdf-file.ts';
import { chineseFont, packed, pdfOf, pdfOfObjects } from '../testing/pdf-file.ts';
import { PdfSession, pdfLimits } from './pdf-session.ts';

const text =
  textAt([80, 100], '云溪县水利局2023年政府信息公开工作年度报告') +
  textAt([80, 130], '一、总体情况') +
  textAt([80, 150], '全年公开信息152条，其中财政预决算8条，社会救助62条，乡村建设82条。');

async function answerTo(bytes: Uint8Array): Promise<string> {
  const read = await readReport(bytes, { fileName: 'a.pdf' });
  return read.ok ? read.report.title : read.error.code;
}

const answer = (parts: PdfParts): Promise<string> => answerTo(pdfOf(parts));
const title = '云溪县水利局2023年政府信息公开工作年度报告';

const changed = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1');

const picture: PdfObject = {
  value: '/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8',
  stream: new Uint8Array(16),
};

const scan = (content: string): PdfParts => ({
  pages: [1, 2].map(() => ({
    content: `q 595 0 0 842 0 0 cm /X1 Do Q ${content}`,
    resources: '/XObject << /X1 200 0 R >>',
  })),
  objects: { 200: picture },
});

/** A PDF that opens with a password only: its standard handler checks one that is not given. */
function locked(): Uint8Array {
  const id = createHash('md5').update('云溪县').digest('hex');
  const check = 'ab'.repeat(32);
  return pdfOf({
    pages: [{ content: text }],
    objects: { 400: { value: `<< /Filter /Standard /V 1 /R 2 /O <${check}> /U <${check}> /P -4 >>` } },
    trailer: `/Encrypt 400 0 R /ID [<${id}> <${id}>]`,
  });
}

/** The parts of a PDF with one page whose content is given as an object. */
const withContent = (content: PdfObject): Uint8Array =>
  pdfOfObjects(
    new Map<number, PdfObject>([
      [1, { value: '<< /Type /Catalog /Pages 2 0 R >>' }],
      [2, { value: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>' }],
      [3, { value: chineseFont('UniGB-UCS2-H') }],
      [
        4,
        {
          value:
            '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
        },
      ],
      [5, content],
    ]),
  );

describe('a PDF that cannot be read is refused with the reason', () => {
  it('a scan', async () => {
    expect(await answer(scan(''))).toBe('PDF_SCAN');
    expect(await answer(scan(textAt([280, 800], '- 1 -')))).toBe('PDF_SCAN');
  });

  it('a scan with its text recognised is read, and said to be one', async () => {
    const read = await readReport(pdfOf(scan(`BT 3 Tr ET ${text}`)), { fileName: 'a.pdf' });
    expect(read).toMatchObject({ ok: true, report: { title } });
    expect(read.ok && read.findings.map((finding) => finding.rule)).toContain('READ-RECOGNISED');
  });

  it('text that is not seen where other text is', async () => {
    const hidden = `q BT 3 Tr ET ${textAt([80, 170], '二、主动公开政府信息情况')} Q`;
    const read = await readReport(pdfOf({ pages: [{ content: text + hidden }] }), { fileName: 'a.pdf' });
    expect(read.ok && read.report.sections.map((section) => section.title)).toEqual(['一、总体情况']);
  });

  it('fonts that do not say what they draw', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Lost /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Lost /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>] >>';
    const codes = Array.from({ length: 120 }, (_, at) => (0x420 + at * 7).toString(16).padStart(4, '0')).join('');
    expect(await answer({ pages: [{ content: `BT /F1 10 Tf 1 0 0 1 20 700 Tm <${codes}> Tj ET` }], font })).toBe(
      'PDF_ILLEGIBLE',
    );
  });

  it('a password', async () => {
    expect(await answerTo(locked())).toBe('PDF_PASSWORD');
  });

  it('more pages than a report has', async () => {
    expect(await answer({ pages: Array.from({ length: 301 }, () => ({ content: '' })) })).toBe('PDF_TOO_LONG');
  });

  it.each([
    ['a catalog that is itself', new Map([[1, { value: '1 0 R' }]])],
    [
      'pages that hold themselves',
      new Map([
        [1, { value: '<< /Type /Catalog /Pages 2 0 R >>' }],
        [2, { value: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 >>' }],
      ]),
    ],
    [
      'pages nested without end',
      new Map([
        [1, { value: '<< /Type /Catalog /Pages 2 0 R >>' }],
        ...Array.from({ length: 5000 }, (_, at): [number, PdfObject] => [
          at + 2,
          { value: `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>` },
        ]),
      ]),
    ],
  ])('%s', async (_, objects) => {
    expect(await answerTo(pdfOfObjects(objects))).toBe('PDF_BROKEN');
  });
});

describe('a PDF that is damaged where it does not matter is read', () => {
  const whole = pdfOf({ pages: [{ content: text }] });

  it.each([
    ['bytes before its beginning', changed(whole, (given) => `\r\n\r\n${given}`)],
    ['a table of contents that is lost', changed(whole, (given) => given.replace(/xref\n[\s\S]*trailer/, 'trailer'))],
    ['a place of the table that is wrong', changed(whole, (given) => given.replace(/startxref\n\d+/, 'startxref\n7'))],
    ['a size that is wrong', changed(whole, (given) => given.replace(/\/Size \d+/, '/Size 2000000000'))],
    ['an older table that is the same', changed(whole, (given) => given.replace('/Root', '/Prev 9 /Root'))],
    ['an end that is cut off', changed(whole, (given) => given.slice(0, given.indexOf('startxref')))],
  ])('%s', async (_, bytes) => {
    expect(await answerTo(bytes)).toBe(title);
  });

  it('forms that draw themselves', async () => {
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X1 200 0 R >> >>';
    const objects = { 200: { value: form, stream: Buffer.from('/X1 Do /X1 Do') } };
    const pages = [{ content: `${text}/X1 Do`, resources: '/XObject << /X1 200 0 R >>' }];
    expect(await answer({ pages, objects })).toBe(title);
  });

  it('arrays and states opened without end', async () => {
    expect(await answer({ pages: [{ content: `${text}${'['.repeat(100_000)}` }] })).toBe(title);
    expect(await answer({ pages: [{ content: `${'q '.repeat(2000)}${text}` }] })).toBe(title);
  });
});

describe('a PDF that is more than a report is given up', () => {
  /** Bytes that unpack to more than the reader lets through. */
  const spaces = deflateSync(Buffer.alloc(135 * 1024 * 1024, 0x20));

  it('a stream that unpacks to hundreds of megabytes', async () => {
    expect(await answerTo(withContent({ value: '/Filter /FlateDecode', stream: spaces }))).toBe('PDF_TOO_MUCH');
  });

  it('a stream that is packed twice', async () => {
    const stream = deflateSync(spaces);
    expect(await answerTo(withContent({ value: '/Filter [/FlateDecode /FlateDecode]', stream }))).toBe('PDF_TOO_MUCH');
  });

  it('an attachment of hundreds of megabytes', async () => {
    const objects = {
      400: { value: '<< /Type /Filespec /F (nianbao-report.json) /UF (nianbao-report.json) /EF << /F 401 0 R >> >>' },
      401: { value: '/Type /EmbeddedFile /Filter /FlateDecode', stream: spaces },
    };
    const catalog = '/Names << /EmbeddedFiles << /Names [(nianbao-report.json) 400 0 R] >> >>';
    expect(await answer({ pages: [{ content: text }], objects, catalog })).toBe('PDF_TOO_MUCH');
  });

  it('forms that draw each other over and over', async () => {
    const objects: Record<number, PdfObject> = {
      212: packed('0 0 m 1 1 l S', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
    };
    for (let at = 0; at < 12; at += 1) {
      const next = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 ${201 + at} 0 R >> >>`;
      objects[200 + at] = packed('/X1 Do '.repeat(8), next);
    }
    const pages = [{ content: `${text}/X1 Do`, resources: '/XObject << /X1 200 0 R >>' }];
    const read = PdfSession.use(pdfOf({ pages, objects }), (session) => session.page(1), {
      ...pdfLimits,
      milliseconds: 400,
    });
    await expect(read).rejects.toMatchObject({ trouble: 'tooMuch' });
  });

  it('more operators on a page than a page has', async () => {
    const bytes = pdfOf({ pages: [{ content: '0 w\n'.repeat(60_000) }] });
    const read = PdfSession.use(bytes, (session) => session.page(1), { ...pdfLimits, messages: 40 });
    await expect(read).rejects.toMatchObject({ trouble: 'tooMuch' });
  });
});
