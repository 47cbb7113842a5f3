import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from './passage.ts';
import { cutText } from './passage.ts';

const passage = (start: number, end: number, severity: Passage['severity'] = 'error'): Passage => ({
  section: 0,
  block: 0,
  start,
  end,
  severity,
});

const shown = (text: string, offset: number, passages: readonly Passage[]) =>
  cutText(text, offset, passages)
    .map(({ text: piece, severity }) => (severity === null ? piece : `[${piece}]`))
    .join('');

describe('cutText', () => {
  it.each<[string, readonly Passage[], string]>([
    ['no passage', [], '收到申请12件'],
    ['one', [passage(4, 6)], '收到申请[12]件'],
    ['at both ends', [passage(0, 2), passage(6, 7)], '[收到]申请12[件]'],
    ['overlapping ones', [passage(2, 6), passage(4, 7)], '收到[申请12][件]'],
    ['one beyond the text', [passage(4, 99)], '收到申请[12件]'],
  ])('marks %s', (_, passages, marked) => {
    expect(shown('收到申请12件', 0, passages)).toBe(marked);
  });

  it('counts from where the text begins in its block', () => {
    expect(shown('二件', 5, [passage(5, 6)])).toBe('[二]件');
    expect(shown('二件', 5, [passage(0, 4)])).toBe('二件');
  });

  it('loses no character, whatever the passages', () => {
    const passages = fc.array(
      fc.tuple(fc.nat(40), fc.nat(40)).map(([start, length]) => passage(start, start + length)),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(10), passages, (text, offset, some) => {
        expect(
          cutText(text, offset, some)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
