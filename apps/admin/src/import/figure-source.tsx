import { Checkbox } from '@mantine/core';
import { findCell, labelIn } from '@nianbao/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useStore } from '../editor/store.ts';
import { figureText } from '../figures/figure-text.ts';
import type { Messages } from '../messages/messages.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { keepInSight } from './cell-focus.ts';
import styles from './figure-source.module.css';
import { toggleKey } from './import-choice.ts';
import { placeText } from './place-text.ts';
import type { ReadCell } from './read-cells.ts';
import { useReview } from './review.ts';
import { SourceLines } from './source-lines.tsx';

/** How sure the figure is, in a word and with its reasons. */
function certaintyOf({ state, read, figure }: ReadCell, { import: { source } }: Messages): readonly [string, string[]] {
  if (state === 'unreadable') return [source.certainty.none, [source.unreadable]];
  if (figure === null) return [source.certainty.sure, read === null ? [] : [source.data]];
  const reasons = figure.doubts.map((doubt) => source.doubts[doubt]);
  if (reasons.length === 0) return [source.certainty.sure, [source.sure]];
  return [state === 'uncertain' ? source.certainty.doubtful : source.certainty.fair, reasons];
}

function absence({ state }: ReadCell, { import: { source } }: Messages): string {
  if (state === 'missing') return source.notThere;
  return state === 'blank' ? source.leftBlank : source.noLines;
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where the cell that is looked at stands in the file, as what it was read, how surely, and what the draft says. */
export function FigureSource() {
  const m = useMessages();
  const { selected, offering } = useReview();
  const key = useStore(selected, (value) => value);
  const cell = useStore(offering, ({ byKey }) => (key === null ? undefined : byKey.get(key)));
  return (
    <section className={styles.source} aria-labelledby="import-source" data-open={cell === undefined ? undefined : ''}>
      <div className={styles.sourceHead}>
        <h2 id="import-source">{m.import.source.title}</h2>
        {cell !== undefined && (
          <button type="button" className={`link-button small ${styles.fold}`} onClick={() => selected.set(null)}>
            {m.import.source.close}
          </button>
        )}
      </div>
      {cell === undefined ? <p className="quiet">{m.import.source.choose}</p> : <CellSource cell={cell} />}
    </section>
  );
}

function CellSource({ cell }: { readonly cell: ReadCell }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { format, result, choice } = useReview();
  const { key, figure, read, draft, takeable } = cell;
  const taken = useStore(choice, ({ keys }) => keys.has(key));
  const labels = (format === null ? undefined : findCell(format, key))?.labels ?? [];
  const [certainty, reasons] = certaintyOf(cell, m);
  useEffect(() => keepInSight(key), [key]);
  return (
    <div aria-live="polite">
      <p className={styles.name}>{labels.map((label) => labelIn(label, locale)).join(' › ')}</p>
      {figure === null ? (
        <p>{absence(cell, m)}</p>
      ) : (
        <>
          <p className={styles.place}>{placeText(figure, result.file.kind, m)}</p>
          {figure.context !== null && <SourceLines lines={result.lines} place={figure.context} />}
        </>
      )}
      <dl className={styles.facts}>
        {figure !== null && (
          <Row name={m.import.source.stood}>
            <span lang="zh-CN">{figure.text}</span>
          </Row>
        )}
        {read !== null && <Row name={m.import.source.readAs}>{figureText(read)}</Row>}
        {read !== null && (
          <Row name={m.import.source.certaintyLabel}>
            <strong data-state={cell.state}>{certainty}</strong>
            {reasons.map((reason) => (
              <span key={reason} className={styles.reason}>
                {reason}
              </span>
            ))}
          </Row>
        )}
        {!result.otherFormat && (
          <Row name={m.import.inDraft}>
            {figureText(draft) || m.import.blank}
            {read !== null && !takeable && <span className={styles.reason}>{m.import.source.equal}</span>}
          </Row>
        )}
      </dl>
      {takeable && (
        <Checkbox
          size="md"
          label={m.import.source.take}
          checked={taken}
          onChange={() => choice.set(toggleKey(choice.get(), key))}
        />
      )}
    </div>
  );
}
