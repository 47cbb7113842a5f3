import type { Box, Matrix } from './matrix.ts';
import type { Stroke } from './page-marks.ts';

/** How a path is written in a list of operators: a code before each step's coordinates. */
const steps = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;

/** Lines of tables are thinner than this many points; text is taller. */
const thickest = 3.2;
const crooked = 0.7;
/** Pages with more strokes than this are drawings and not tables. */
const mostStrokes = 40_000;

/** Gathers the straight strokes and filled areas of a page's paths. */
export class PathMarks {
  readonly horizontal: Stroke[] = [];
  readonly vertical: Stroke[] = [];
  readonly areas: Box[] = [];

  get isFull(): boolean {
    return this.horizontal.length + this.vertical.length + this.areas.length > mostStrokes;
  }

  #stroke(fromX: number, fromY: number, to: readonly [number, number]): void {
    const [x, y] = to;
    if (Math.abs(fromY - y) <= crooked && Math.abs(fromX - x) > crooked) {
      this.horizontal.push({ at: (fromY + y) / 2, from: Math.min(fromX, x), to: Math.max(fromX, x) });
    } else if (Math.abs(fromX - x) <= crooked && Math.abs(fromY - y) > crooked) {
      this.vertical.push({ at: (fromX + x) / 2, from: Math.min(fromY, y), to: Math.max(fromY, y) });
    }
  }

  /** A filled box: a line where it is thin, a dot of a dotted line where it is small, else an area. */
  fillBox(box: Box): void {
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (height <= thickest) {
      this.horizontal.push({ at: (box.top + box.bottom) / 2, from: box.left, to: box.right });
    }
    if (width <= thickest) {
      this.vertical.push({ at: (box.left + box.right) / 2, from: box.top, to: box.bottom });
    }
    if (height > thickest && width > thickest) this.areas.push(box);
  }

  /** Takes in a path under the map that holds; `thickness` of its stroke in points, null where it is not stroked. */
  add(
    path: ArrayLike<number>,
    map: Matrix,
    drawn: { readonly thickness: number | null; readonly filled: boolean },
  ): void {
    if (this.isFull) return;
    const stroked = drawn.thickness !== null && drawn.thickness <= 2 * thickest;
    let startX = 0;
    let startY = 0;
    let x = 0;
    let y = 0;
    let box: { left: number; top: number; right: number; bottom: number } | null = null;
    let straight = true;
    const endPart = () => {
      if (drawn.filled && straight && box !== null) this.fillBox(box);
      box = null;
      straight = true;
    };
    const grow = () => {
      box =
        box === null
          ? { left: x, top: y, right: x, bottom: y }
          : {
              left: Math.min(box.left, x),
              top: Math.min(box.top, y),
              right: Math.max(box.right, x),
              bottom: Math.max(box.bottom, y),
            };
    };
    const moveTo = (at: number) => {
      const rawX = path[at] ?? 0;
      const rawY = path[at + 1] ?? 0;
      x = map[0] * rawX + map[2] * rawY + map[4];
      y = map[1] * rawX + map[3] * rawY + map[5];
    };
    for (let at = 0; at < path.length; ) {
      const step = path[at];
      const fromX = x;
      const fromY = y;
      switch (step) {
        case steps.move:
          endPart();
          moveTo(at + 1);
          grow();
          startX = x;
          startY = y;
          at += 3;
          break;
        case steps.line:
          moveTo(at + 1);
          grow();
          if (stroked) this.#stroke(fromX, fromY, [x, y]);
          if (Math.abs(fromX - x) > crooked && Math.abs(fromY - y) > crooked) straight = false;
          at += 3;
          break;
        case steps.curve:
        case steps.quadratic: {
          const length = step === steps.curve ? 6 : 4;
          moveTo(at + length - 1);
          grow();
          straight = false;
          at += length + 1;
          break;
        }
        case steps.close:
          if (stroked) this.#stroke(x, y, [startX, startY]);
          x = startX;
          y = startY;
          at += 1;
          break;
        default:
          return;
      }
    }
    endPart();
  }
}
