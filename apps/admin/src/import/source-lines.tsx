import { useMessages } from '../preferences/preferences.tsx';
import styles from './figure-source.module.css';
import type { ImportResult, ReadFigure } from './read-cells.ts';

interface SourceLinesProps {
  readonly lines: ImportResult['lines'];
  readonly place: NonNullable<ReadFigure['context']>;
}

const around = 2;

/** The cells of a line without the blank ones at its end, each with its position. */
function filled(cells: readonly string[]): readonly (readonly [cell: number, text: string])[] {
  const end = cells.findLastIndex((text) => text !== '') + 1;
  return cells.slice(0, end).map((text, cell) => [cell, text]);
}

/** The lines of the file around a place, the text that stood there marked. */
export function SourceLines({ lines, place }: SourceLinesProps) {
  const m = useMessages();
  const shown = lines.filter(({ index }) => Math.abs(index - place.index) <= around);
  return (
    <ol className={styles.lines} aria-label={m.import.source.context} lang="zh-CN">
      {shown.map(({ index, line, cells }) => (
        <li key={index} data-here={index === place.index ? '' : undefined}>
          <span className={styles.lineNumber}>
            <span aria-hidden="true">{line}</span>
            <span className="nb-visually-hidden">{m.import.source.lineNumber(line)}</span>
          </span>
          <span className={styles.lineText}>
            {filled(cells).map(([cell, text]) => {
              const here = index === place.index && cell === place.cell;
              return <span key={cell}>{here ? <mark>{text}</mark> : text}</span>;
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
