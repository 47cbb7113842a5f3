import type { Locale } from '@nianbao/core';
import { formatFigure } from '@nianbao/ui';
import type { MouseEvent } from 'react';
import { useStore } from '../editor/store.ts';
import { figureText } from '../figures/figure-text.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { toggleKey } from './import-choice.ts';
import styles from './imported-cell.module.css';
import type { ReadCell } from './read-cells.ts';
import { passes } from './read-cells.ts';
import { useReview } from './review.ts';

interface ImportedCellProps {
  readonly cellKey: string;
  readonly labelledBy: string;
}

function shownFigure(value: ReadCell['read'], locale: Locale): string {
  return typeof value === 'number' ? formatFigure(value, locale) : figureText(value);
}

/** True for the one cell of its table that Tab leads to: the one looked at, else the first. */
function useTabStop({ key, table }: ReadCell): boolean {
  const { selected, offering } = useReview();
  return useStore(selected, (current) => {
    const { byKey, cells } = offering.get();
    const looked = current === null ? undefined : byKey.get(current);
    if (looked?.table === table) return looked.key === key;
    return cells.find((cell) => cell.table === table)?.key === key;
  });
}

/** One cell of the file: what it says beside what the draft says, in which state, and whether it is taken. */
export function ImportedCell({ cellKey, labelledBy }: ImportedCellProps) {
  const { offering } = useReview();
  const cell = useStore(offering, ({ byKey }) => byKey.get(cellKey));
  return cell === undefined ? null : <CellButton cell={cell} labelledBy={labelledBy} />;
}

function CellButton({ cell, labelledBy }: { readonly cell: ReadCell; readonly labelledBy: string }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { choice, selected, filter } = useReview();
  const { key, state, read, draft, takeable } = cell;
  const taken = useStore(choice, ({ keys }) => keys.has(key));
  const looked = useStore(selected, (current) => current === key);
  const shown = useStore(filter, (current) => passes(current, cell));
  const tabStop = useTabStop(cell);
  const replaced = takeable && draft !== null;
  const worded = state === 'uncertain' || state === 'unreadable' || state === 'missing';

  const click = (event: MouseEvent) => {
    // A key press has no count of clicks. The mouse takes a cell by its box alone, so that looking at one changes nothing.
    const onBox = event.target instanceof Element && event.target.closest('[data-box]') !== null;
    if (takeable && (event.detail === 0 || onBox)) choice.set(toggleKey(choice.get(), key));
  };

  return (
    <button
      type="button"
      className={styles.cell}
      data-read={key}
      data-state={state}
      data-taken={taken ? '' : undefined}
      data-looked={looked ? '' : undefined}
      data-hidden={shown ? undefined : ''}
      tabIndex={tabStop ? 0 : -1}
      aria-labelledby={`${labelledBy} read-${key}`}
      {...(takeable && { role: 'checkbox', 'aria-checked': taken })}
      onFocus={() => selected.set(key)}
      onClick={click}
    >
      {takeable && <span className={styles.box} data-box="" aria-hidden="true" />}
      <span id={`read-${key}`} className={styles.content}>
        {replaced && <del>{shownFigure(draft, locale)}</del>}
        {read !== null && <span>{shownFigure(read, locale)}</span>}
        {state === 'blank' && <span aria-hidden="true">—</span>}
        <span className={worded ? styles.word : 'nb-visually-hidden'}>{m.import.states[state]}</span>
      </span>
    </button>
  );
}
