import type { Box } from './matrix.ts';

/** How text is turned on the page, in quarter turns clockwise; 0 is upright. */
export type Turn = 0 | 1 | 2 | 3;

export const turns: readonly Turn[] = [0, 1, 2, 3];

/**
 * One drawn character (or ligature). Lengths are points on the page as it is shown, y growing downwards; `x` and `y` are
 * where its baseline begins, `width` is its advance along the baseline, `size` the height of its font.
 */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly turn: Turn;
}

/** A straight horizontal or vertical stroke: `at` is its y or x, `from` and `to` its ends along the other axis. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page draws, as far as reading needs it. */
export interface PageMarks {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Text that is drawn without being seen, as character recognition lays it over the picture of a page. */
  readonly unseen: readonly Glyph[];
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
  /** Filled areas that are too thick for lines, such as coloured cells. */
  readonly areas: readonly Box[];
}

/** The middle of a character as it stands on the page. */
export function centerOf(glyph: Glyph): { readonly x: number; readonly y: number } {
  const along = glyph.width / 2;
  const up = glyph.size * 0.35;
  switch (glyph.turn) {
    case 0:
      return { x: glyph.x + along, y: glyph.y - up };
    case 1:
      return { x: glyph.x + up, y: glyph.y + along };
    case 2:
      return { x: glyph.x - along, y: glyph.y + up };
    case 3:
      return { x: glyph.x - up, y: glyph.y - along };
  }
}

/** Turns a glyph with its page so that what ran in direction `turn` runs upright. */
export function turnedBack(glyph: Glyph, turn: Turn, page: { readonly width: number; readonly height: number }): Glyph {
  const { x, y } = glyph;
  const quarter = turns[(glyph.turn - turn + 4) % 4] ?? 0;
  switch (turn) {
    case 0:
      return glyph;
    case 1:
      return { ...glyph, x: y, y: page.width - x, turn: quarter };
    case 2:
      return { ...glyph, x: page.width - x, y: page.height - y, turn: quarter };
    case 3:
      return { ...glyph, x: page.height - y, y: x, turn: quarter };
  }
}

/** Strokes counted from the other side of the page, where its length is given: of their place, of their ends. */
const moved = (strokes: readonly Stroke[], flipAt: number | null, flipEnds: number | null): Stroke[] =>
  strokes.map(({ at, from, to }) => ({
    at: flipAt === null ? at : flipAt - at,
    from: flipEnds === null ? from : flipEnds - to,
    to: flipEnds === null ? to : flipEnds - from,
  }));

/** Turns a whole page, so that text that runs in direction `turn` stands upright. */
export function turnPage(marks: PageMarks, turn: Turn): PageMarks {
  if (turn === 0) return marks;
  const { width, height } = marks;
  const across = turn !== 2;
  const glyphs = marks.glyphs.map((glyph) => turnedBack(glyph, turn, marks));
  const areas = marks.areas.map((area): Box => {
    const { left, top, right, bottom } = area;
    if (turn === 1) return { left: top, right: bottom, top: width - right, bottom: width - left };
    if (turn === 3) return { left: height - bottom, right: height - top, top: left, bottom: right };
    return { left: width - right, right: width - left, top: height - bottom, bottom: height - top };
  });
  const lines = {
    1: () => ({
      horizontal: moved(marks.vertical, width, null),
      vertical: moved(marks.horizontal, null, width),
    }),
    2: () => ({
      horizontal: moved(marks.horizontal, height, width),
      vertical: moved(marks.vertical, width, height),
    }),
    3: () => ({
      horizontal: moved(marks.vertical, null, height),
      vertical: moved(marks.horizontal, height, null),
    }),
  }[turn]();
  return {
    ...marks,
    glyphs,
    areas,
    ...lines,
    width: across ? height : width,
    height: across ? width : height,
  };
}

/** The direction in which most of a page's text runs. */
export function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn] = (counts[turn] ?? 0) + 1;
  return turns.reduce<Turn>((best, turn) => ((counts[turn] ?? 0) > (counts[best] ?? 0) ? turn : best), 0);
}
