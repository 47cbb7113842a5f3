import { deflateSync } from 'node:zlib';

/** A page as a test draws it: operators of the page, and what its dictionary says besides. */
export interface PdfPage {
  readonly content: string;
  /** Width and height in points; A4 where not given. */
  readonly size?: readonly [number, number];
  /** More entries of the page's dictionary, such as “/Rotate 90”. */
  readonly entries?: string;
  /** More entries of its resources, such as “/XObject << /X1 20 0 R >>”. */
  readonly resources?: string;
  /** More fonts, such as “/F2 300 0 R”. */
  readonly fonts?: string;
}

/** An object of a PDF: its dictionary or value, and the bytes of its stream where it has one. */
export interface PdfObject {
  readonly value: string;
  readonly stream?: Uint8Array;
}

export interface PdfParts {
  readonly pages: readonly PdfPage[];
  /** Objects under numbers from 100, which resources and fonts may point to. */
  readonly objects?: Readonly<Record<number, PdfObject>>;
  /** The font F1; Chinese text in Adobe's own encoding where not given. */
  readonly font?: string;
  readonly catalog?: string;
  readonly trailer?: string;
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A font that is not embedded and says by the name of its encoding alone what its characters are. */
export const chineseFont = (encoding: string): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>`;

/** A stream that is packed as most PDFs pack theirs. */
export const packed = (content: string | Uint8Array, value = ''): PdfObject => ({
  value: `${value} /Filter /FlateDecode`,
  stream: deflateSync(typeof content === 'string' ? latin1(content) : content),
});

function written({ value, stream }: PdfObject): Uint8Array {
  if (stream === undefined) return latin1(value);
  return Buffer.concat([latin1(`<< ${value} /Length ${stream.length} >>\nstream\n`), stream, latin1('\nendstream')]);
}

/** Writes a PDF of objects by number; the first is the catalog. */
export function pdfOfObjects(objects: ReadonlyMap<number, PdfObject>, trailer = ''): Uint8Array {
  const chunks: Uint8Array[] = [latin1('%PDF-1.7\n')];
  const offsets = new Map<number, number>();
  let length = chunks[0]?.length ?? 0;
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const [number, object] of objects) {
    offsets.set(number, length);
    push(latin1(`${number} 0 obj\n`));
    push(written(object));
    push(latin1('\nendobj\n'));
  }
  const start = length;
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  push(latin1(`xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`));
  push(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** Writes a PDF of pages; object 1 is the catalog, 2 the tree of pages, 3 the font, pages from 1000 on. */
export function pdfOf({ pages, objects = {}, font, catalog = '', trailer = '' }: PdfParts): Uint8Array {
  const all = new Map<number, PdfObject>();
  const kids = pages.map((_, at) => `${1000 + 2 * at} 0 R`).join(' ');
  all.set(1, { value: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>` });
  all.set(2, { value: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>` });
  all.set(3, { value: font ?? chineseFont('UniGB-UCS2-H') });
  for (const [number, object] of Object.entries(objects)) all.set(Number(number), object);
  for (const [at, page] of pages.entries()) {
    const [width, height] = page.size ?? [595, 842];
    all.set(1000 + 2 * at, {
      value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${1001 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R ${page.fonts ?? ''} >> ${page.resources ?? ''} >> ${page.entries ?? ''} >>`,
    });
    all.set(1001 + 2 * at, packed(page.content));
  }
  return pdfOfObjects(all, trailer);
}
