import { Button } from '@mantine/core';
import { useStore } from '../editor/store.ts';
import { useMessages } from '../preferences/preferences.tsx';
import { choices, choose } from './import-choice.ts';
import { cellFilters, passes } from './read-cells.ts';
import styles from './review.module.css';
import { useReview } from './review.ts';

/** Which cells the tables show, each with their number, and what can be chosen at once. */
export function CellFilters() {
  const m = useMessages();
  const { offering, filter, choice } = useReview();
  const offered = useStore(offering, (value) => value);
  const current = useStore(filter, (value) => value);
  return (
    <div className={styles.filters}>
      <fieldset className={styles.filter}>
        <legend className="nb-visually-hidden">{m.import.filterLabel}</legend>
        {cellFilters.map((name) => {
          const count = offered.cells.filter((cell) => passes(name, cell)).length;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={name === current}
              disabled={count === 0 && name !== current}
              onClick={() => filter.set(name)}
            >
              {m.import.filters[name]} <span className="number">{count}</span>
            </button>
          );
        })}
      </fieldset>
      <div className="actions">
        {choices.map((what) => (
          <Button key={what} variant="subtle" size="compact-md" onClick={() => choice.set(choose(what, offered))}>
            {m.import.choices[what]}
          </Button>
        ))}
      </div>
    </div>
  );
}
