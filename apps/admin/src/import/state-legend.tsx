import type { ReactNode } from 'react';
import { useStore } from '../editor/store.ts';
import { useMessages } from '../preferences/preferences.tsx';
import type { CellState } from './read-cells.ts';
import { countCells } from './read-cells.ts';
import styles from './review.module.css';
import { useReview } from './review.ts';

/** The states that do not explain themselves, in the order in which they ask for attention. */
const explained = ['different', 'uncertain', 'unreadable', 'missing', 'blank', 'same'] as const;

/** Says what the looks of the cells mean, of those that occur. */
export function StateLegend() {
  const m = useMessages();
  const { offering, result } = useReview();
  const cells = useStore(offering, (value) => value.cells);
  const { states } = countCells(cells);
  const present = explained.filter((state) => states[state] > 0 && !(state === 'same' && result.otherFormat));
  const samples: Readonly<Record<(typeof explained)[number] & CellState, ReactNode>> = {
    different: (
      <>
        <del>8</del> <strong>9</strong>
      </>
    ),
    uncertain: m.import.states.uncertain,
    unreadable: m.import.states.unreadable,
    missing: m.import.states.missing,
    blank: '—',
    same: '9',
  };
  if (present.length === 0) return null;
  return (
    <dl className={styles.legend}>
      {present.map((state) => (
        <div key={state}>
          <dt data-state={state}>{samples[state]}</dt>
          <dd>{m.import.stateMeanings[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
