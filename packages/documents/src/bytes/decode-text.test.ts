import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const text = '<html><body>云溪县青岚镇人民政府政府信息公开工作年度报告</body></html>';
const declaring = (name: string) => text.replace('<body>', `<head><meta charset="${name}"></head><body>`);

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8', false],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8', false],
    ['UTF-16 little endian', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le', false],
    ['UTF-16 big endian', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be', false],
    ['undeclared GB18030', iconv.encode(text, 'gb18030'), 'gb18030', true],
  ] as const)('reads %s', (_, bytes, encoding, guessed) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, guessed });
  });

  it.each(['gb2312', 'GBK', 'gb18030'])('reads a page that declares %s', (name) => {
    const page = declaring(name);
    expect(decodeText(iconv.encode(page, 'gb18030'))).toEqual({ text: page, encoding: 'gb18030', guessed: false });
  });

  it('stays with UTF-8 where a declared page has a broken byte', () => {
    const bytes = new TextEncoder().encode(declaring('utf-8').replace('青', '青'.repeat(40)));
    bytes[bytes.length - 30] = 0xff;
    expect(decodeText(bytes).encoding).toBe('utf-8');
  });
});
