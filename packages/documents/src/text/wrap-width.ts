import { displayWidth } from './width.ts';

const sentenceEnd = /[。！？；：!?;:）)]$/;

/**
 * The width at which a text's lines were broken by the page, or null where lines end by sense. Lines broken by the page
 * are many, nearly equally wide, and mostly end within a sentence.
 */
export function wrapWidth(lines: readonly string[]): number | null {
  const bodies = lines.map((line) => line.trim()).filter((line) => line.length >= 16 && !/[|\t]| {3}/.test(line));
  const widths = bodies.map(displayWidth).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  if (width < 40 || width > 140) return null;
  const full = bodies.filter((line) => Math.abs(displayWidth(line) - width) <= 4);
  const within = full.filter((line) => !sentenceEnd.test(line));
  return full.length >= 6 && full.length * 2 >= bodies.length && within.length * 2 >= full.length ? width : null;
}
