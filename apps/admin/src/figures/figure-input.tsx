import type { Cell, CellValue, Facts } from '@nianbao/core';
import { formatFigure, SeveritySign } from '@nianbao/ui';
import { useRef, useState } from 'react';
import { useStore } from '../editor/store.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './figure-input.module.css';
import { figureText, parseFigure, sameFigure } from './figure-text.ts';
import { computedTotal } from './totals.ts';

interface FigureInputProps {
  readonly cell: Cell;
  readonly labelledBy: string;
}

/** The total that the form computes for a cell, where it can and something else stands there. */
function useMissedTotal(key: string): number | null {
  const { report, totals } = useWorkspace();
  const missed = (facts: Facts) => {
    const total = totals.get(key);
    const sum = total === undefined ? null : computedTotal(total, facts);
    return sum === facts[key] ? null : sum;
  };
  return useStore(report, ({ facts }) => missed(facts));
}

/** One figure of the form: what is typed, and beside it the computed total, last year's value, and what was found. */
export function FigureInput({ cell, labelledBy }: FigureInputProps) {
  const m = useMessages();
  const { locale, showPrior } = usePreferences();
  const { draft, report, findings, selected, prior } = useWorkspace();
  const value = useStore(report, ({ facts }) => facts[cell.key] ?? null);
  const found = useStore(findings, ({ byCell }) => byCell.get(cell.key));
  const related = useRelated(cell.key);
  const missedTotal = useMissedTotal(cell.key);
  const [typed, setTyped] = useState<string | null>(null);
  const composing = useRef(false);

  const worst = found?.find(({ severity }) => severity === 'error') ?? found?.[0];
  // What was typed stands as it is until it no longer says what the cell holds, as after an undo.
  const shown =
    typed !== null && (composing.current || sameFigure(parseFigure(cell.kind, typed), value))
      ? typed
      : figureText(value);
  const take = (text: string) => {
    setTyped(text);
    const next: CellValue = parseFigure(cell.kind, text);
    if (!composing.current && !sameFigure(next, value)) draft.edit([{ kind: 'fact', key: cell.key, value: next }]);
  };
  const priorValue = prior?.facts[cell.key];

  return (
    <div className={styles.cell} data-severity={worst?.severity} data-related={related ? '' : undefined}>
      <input
        className={styles.input}
        data-figure={cell.key}
        data-unreadable={typeof value === 'object' && value !== null ? '' : undefined}
        aria-labelledby={labelledBy}
        aria-invalid={worst?.severity === 'error' ? true : undefined}
        aria-describedby={worst === undefined ? undefined : `marks-${cell.key}`}
        inputMode={cell.kind === 'count' ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={shown}
        onChange={(event) => take(event.currentTarget.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          take(event.currentTarget.value);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(null)}
      />
      {missedTotal !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.computed}
          title={m.figures.takeTotal}
          onClick={() => draft.edit([{ kind: 'fact', key: cell.key, value: missedTotal }])}
        >
          {m.figures.computed(formatFigure(missedTotal, locale))}
        </button>
      )}
      {showPrior && priorValue !== undefined && priorValue !== null && (
        <span className={styles.prior}>{m.figures.lastYear(figureText(priorValue))}</span>
      )}
      {worst !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          id={`marks-${cell.key}`}
          className={styles.mark}
          onClick={() => selected.set(findings.get().keys[findings.get().all.indexOf(worst)] ?? null)}
        >
          <SeveritySign severity={worst.severity} locale={locale} />
        </button>
      )}
    </div>
  );
}

/** True while the finding that the person looks at reads this cell. */
function useRelated(key: string): boolean {
  const { findings, selected } = useWorkspace();
  return useStore(selected, (current) => {
    if (current === null) return false;
    const { all, keys } = findings.get();
    return all[keys.indexOf(current)]?.cells.some((cell) => cell === key) ?? false;
  });
}
