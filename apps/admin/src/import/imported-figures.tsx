import { Checkbox } from '@mantine/core';
import { cellName } from '../editor/field-label.ts';
import { figureText } from '../figures/figure-text.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './import.module.css';
import type { ImportChoice } from './import-choice.ts';
import type { ImportResult } from './import-review.tsx';

interface ImportedFiguresProps {
  readonly result: ImportResult;
  readonly choice: ImportChoice;
  onToggle(key: string): void;
}

/** Each figure that the file says otherwise: what the draft has, what was read, and the place it was read from. */
export function ImportedFigures({ result, choice, onToggle }: ImportedFiguresProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { understood, figures, differences } = result;
  const sources = new Map<string, (typeof figures)[number]>(figures.map((figure) => [figure.key, figure]));
  if (differences.length === 0) return <p>{m.import.sameFigures}</p>;
  return (
    <div className={styles.scroll}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{m.import.taking}</th>
            <th scope="col">{m.import.figure}</th>
            <th scope="col" className="number">
              {m.import.inDraft}
            </th>
            <th scope="col" className="number">
              {m.import.inFile}
            </th>
            <th scope="col">{m.import.source}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ key, draft, read }) => {
            const source = sources.get(key);
            const name = cellName(understood, key, locale);
            return (
              <tr key={key}>
                <td>
                  <Checkbox
                    aria-label={m.import.takeFigure(name)}
                    checked={choice.keys.has(key)}
                    onChange={() => onToggle(key)}
                  />
                </td>
                <th scope="row">{name}</th>
                <td className="number">{figureText(draft) || m.import.blank}</td>
                <td className="number">
                  <strong>{figureText(read) || m.import.blank}</strong>
                </td>
                <td className="quiet small">
                  {source !== undefined && m.import.line(source.line, source.text)}
                  {source !== undefined && source.confidence < 1 && (
                    <strong className={styles.doubtful}> {m.import.doubtful}</strong>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
