import { drawnText } from './drawn-text.ts';
import type { Box, Matrix } from './matrix.ts';
import { contains, identity, imageOfBox, intersection, multiply } from './matrix.ts';
import type { DrawnGlyph } from './operator-arguments.ts';
import { boxOf, isDrawn, isNumbers, listOf, matrixOf, number } from './operator-arguments.ts';
import type { Glyph, PageMarks, Turn } from './page-marks.ts';
import { centerOf } from './page-marks.ts';
import { PathMarks } from './path-marks.ts';
import type { TextSettings } from './text-state.ts';
import { plainSettings, TextPosition } from './text-state.ts';

/** The names of the operators that matter here, by the code that they have in a list. */
export type OperatorNames = ReadonlyMap<number, string>;

/** A page's operators in the order in which it draws. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface State {
  readonly map: Matrix;
  readonly clip: Box;
  readonly thickness: number;
  readonly text: TextSettings;
}

const stroking = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
const filling = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);

/** The quarter turn of a direction on the page, or null where it runs askew. */
function turnOf(x: number, y: number): Turn | null {
  if (Math.abs(y) <= 0.02 * Math.abs(x)) return x >= 0 ? 0 : 2;
  if (Math.abs(x) <= 0.02 * Math.abs(y)) return y > 0 ? 1 : 3;
  return null;
}

/** Follows a page's operators and notes where its text and its straight lines come to stand. */
export class ContentReader {
  readonly #names: OperatorNames;
  readonly #unitOf: (font: string) => number;
  readonly #page: { readonly width: number; readonly height: number };
  readonly #glyphs: Glyph[] = [];
  readonly #unseen: Glyph[] = [];
  readonly #paths = new PathMarks();
  readonly #position = new TextPosition();
  #state: State;
  readonly #saved: State[] = [];
  #clipNext = false;

  /** `unitOf` gives a font's unit of width; `map` brings the page's own coordinates to the page as it is shown. */
  constructor(
    names: OperatorNames,
    unitOf: (font: string) => number,
    page: { readonly width: number; readonly height: number; readonly map: Matrix },
  ) {
    this.#names = names;
    this.#unitOf = unitOf;
    this.#page = page;
    const clip = { left: -1, top: -1, right: page.width + 1, bottom: page.height + 1 };
    this.#state = { map: page.map, clip, thickness: 1, text: plainSettings };
  }

  read(list: OperatorList): PageMarks {
    const { fnArray, argsArray } = list;
    for (let at = 0; at < fnArray.length; at += 1) {
      const name = this.#names.get(fnArray[at] ?? -1);
      if (name !== undefined) this.#operator(name, listOf(argsArray[at]));
    }
    const { horizontal, vertical, areas, isFull } = this.#paths;
    return {
      width: this.#page.width,
      height: this.#page.height,
      glyphs: this.#glyphs,
      unseen: this.#unseen,
      horizontal: isFull ? [] : horizontal,
      vertical: isFull ? [] : vertical,
      areas: isFull ? [] : areas,
    };
  }

  #set(text: Partial<TextSettings>): void {
    this.#state = { ...this.#state, text: { ...this.#state.text, ...text } };
  }

  #operator(name: string, args: readonly unknown[]): void {
    switch (name) {
      case 'showText':
        this.#show(listOf(args[0]));
        break;
      case 'constructPath':
        this.#path(number(args[0]), listOf(args[1])[0], args[2]);
        break;
      case 'save':
        this.#save();
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endAnnotation':
        this.#restore();
        break;
      case 'transform':
        this.#transform(matrixOf(args));
        break;
      case 'setFont':
        this.#set({ unit: this.#unitOf(String(args[0])), size: number(args[1]) });
        break;
      case 'setTextMatrix':
        this.#position.set(matrixOf(args[0]) ?? identity);
        break;
      case 'moveText':
        this.#position.nextLine(number(args[0]), number(args[1]));
        break;
      case 'beginText':
        this.#position.set(identity);
        break;
      case 'nextLine':
        this.#position.nextLine(0, -this.#state.text.leading);
        break;
      case 'setLeadingMoveText':
        this.#set({ leading: -number(args[1]) });
        this.#position.nextLine(number(args[0]), number(args[1]));
        break;
      case 'setCharSpacing':
        this.#set({ characterSpacing: number(args[0]) });
        break;
      case 'setWordSpacing':
        this.#set({ wordSpacing: number(args[0]) });
        break;
      case 'setHScale':
        this.#set({ stretch: number(args[0]) / 100 });
        break;
      case 'setLeading':
        this.#set({ leading: number(args[0]) });
        break;
      case 'setTextRise':
        this.#set({ rise: number(args[0]) });
        break;
      case 'setTextRenderingMode':
        this.#set({ mode: number(args[0]) });
        break;
      case 'setLineWidth':
        this.#state = { ...this.#state, thickness: number(args[0]) };
        break;
      case 'setGState':
        this.#graphicsState(listOf(args[0]));
        break;
      case 'clip':
      case 'eoClip':
        this.#clipNext = true;
        break;
      case 'paintFormXObjectBegin':
        this.#save();
        this.#transform(matrixOf(args[0]));
        this.#clipTo(boxOf(args[1]));
        break;
      case 'beginAnnotation':
        this.#save();
        this.#transform(matrixOf(args[2]));
        this.#transform(matrixOf(args[3]));
        break;
    }
  }

  #save(): void {
    if (this.#saved.length < 10_000) this.#saved.push(this.#state);
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #transform(matrix: Matrix | null): void {
    if (matrix !== null) this.#state = { ...this.#state, map: multiply(this.#state.map, matrix) };
  }

  #clipTo(corners: readonly [number, number, number, number] | null): void {
    if (corners === null) return;
    const { map, clip } = this.#state;
    this.#state = { ...this.#state, clip: intersection(clip, imageOfBox(map, corners)) };
  }

  #graphicsState(entries: readonly unknown[]): void {
    for (const entry of entries) {
      const [key, value] = listOf(entry);
      if (key === 'LW') this.#state = { ...this.#state, thickness: number(value) };
      if (key === 'Font') {
        const [font, size] = listOf(value);
        this.#set({ unit: this.#unitOf(String(font)), size: number(size) });
      }
    }
  }

  #path(operator: number, path: unknown, bounds: unknown): void {
    const name = this.#names.get(operator) ?? '';
    const { map, thickness } = this.#state;
    const filled = filling.has(name);
    if (isNumbers(path) && (filled || stroking.has(name))) {
      const scale = Math.sqrt(Math.abs(map[0] * map[3] - map[1] * map[2]));
      this.#paths.add(path, map, { filled, thickness: stroking.has(name) ? thickness * scale : null });
    }
    if (this.#clipNext) this.#clipTo(boxOf(bounds));
    this.#clipNext = false;
  }

  #show(items: readonly unknown[]): void {
    const { text } = this.#state;
    const downwards = isNumbers(items.find(isDrawn)?.vmetric);
    for (const item of items) {
      if (typeof item === 'number') {
        const moved = (-item / 1000) * text.size;
        if (downwards) this.#position.advance(0, moved);
        else this.#position.advance(moved * text.stretch, 0);
      } else if (isDrawn(item)) this.#glyph(item);
    }
  }

  #glyph(glyph: DrawnGlyph): void {
    const { text, map } = this.#state;
    const spacing = text.characterSpacing + (glyph.isSpace === true ? text.wordSpacing : 0);
    const down = isNumbers(glyph.vmetric) ? glyph.vmetric : null;
    const advance = (down === null ? number(glyph.width) : number(down[0])) * text.unit * text.size;
    const drawn = typeof glyph.unicode === 'string' ? drawnText(glyph.unicode) : '';
    if (drawn !== '') {
      const [a, b, c, d, e, f] = multiply(map, this.#position.matrix);
      const alongX = a * text.size * text.stretch;
      const alongY = b * text.size * text.stretch;
      const size = Math.hypot(c, d) * Math.abs(text.size);
      const turn = turnOf(alongX, alongY);
      if (turn !== null && size > 0.5) {
        const [x, y] = [e + c * text.rise, f + d * text.rise];
        const width = Math.abs(advance * text.stretch) * Math.hypot(a, b);
        this.#note(
          down === null
            ? { text: drawn, x, y, width, size, turn }
            : { text: drawn, x: x - size / 2, y: y + size * 0.88, width: size, size, turn: 0 },
        );
      }
    }
    if (down === null) this.#position.advance((advance + spacing) * text.stretch, 0);
    else this.#position.advance(0, advance - spacing);
  }

  #note(glyph: Glyph): void {
    const { x, y } = centerOf(glyph);
    if (!contains(this.#state.clip, x, y)) return;
    const hidden = this.#state.text.mode === 3 || this.#state.text.mode === 7;
    (hidden ? this.#unseen : this.#glyphs).push(glyph);
  }
}
