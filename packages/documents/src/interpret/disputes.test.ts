import { formatById } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import type { SourceCell } from '../source/source.ts';
import { disputeCells } from './disputes.ts';
import type { Run } from './run.ts';

const cellsOf = (texts: readonly string[]): SourceCell[] =>
  texts.map((text, at) => ({ text, line: 1, column: at + 1, start: at, end: at + 1 }));

const runOf = (texts: readonly string[]): Run => ({
  table: 't4',
  label: null,
  foreign: null,
  group: null,
  headedBy: null,
  kind: 'marked',
  cells: cellsOf(texts),
  heads: [],
  digits: null,
});

const format = formatById['2021'];
const blankRow: readonly string[] = Array.from({ length: 15 }, () => '');
const row: readonly string[] = Array.from({ length: 15 }, (_, at) => String(at));
const read = (...runs: (readonly string[])[]) =>
  disputeCells(format, runs.map(runOf)).cells?.map((cell) => cell?.text ?? '') ?? null;

describe('the figures of 表四', () => {
  it('are those of a row that is drawn once or again', () => {
    expect(read(row)).toEqual(row);
    expect(read(row, row)).toEqual(row);
  });

  it('are not guessed at where a row is drawn very often and something else once', () => {
    expect(read(...Array.from({ length: 20_000 }, () => row), ['7'])).toBeNull();
  });

  it('are not those of a blank row where figures stand in another', () => {
    expect(read(blankRow, ['3'])).toBeNull();
    expect(read(blankRow, row)).toEqual(row);
  });
});
