import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReportDetail } from '../editor/workspace.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages } from '../preferences/preferences.tsx';
import { isTyping } from '../shell/shortcuts.ts';
import { showCell } from './cell-focus.ts';
import { FigureSource } from './figure-source.tsx';
import { ImportFindings } from './import-findings.tsx';
import { ImportHead } from './import-head.tsx';
import { ImportedHeadFields } from './imported-head-fields.tsx';
import { ImportedTables } from './imported-tables.tsx';
import { ImportedText } from './imported-text.tsx';
import type { ImportResult } from './read-cells.ts';
import { stepQuestion } from './read-cells.ts';
import styles from './review.module.css';
import type { Review } from './review.ts';
import { openReview, ReviewContext } from './review.ts';
import { TakeBar } from './take-bar.tsx';

interface ImportReviewProps {
  readonly detail: ReportDetail;
  readonly result: ImportResult;
  /** The person has begun to choose. */
  onChosen(): void;
  onHelp(): void;
  onAgain(): void;
  onLeave(): void;
  onDone(): void;
}

/** n and p go from question to question; ? shows all keys. */
function useReviewKeys(review: Review, openHelp: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event) || event.defaultPrevented) return;
    if (event.key === '?') openHelp();
    else if (event.key === 'n' || event.key === 'p') {
      const { cells } = review.offering.get();
      const next = stepQuestion(cells, review.selected.get(), event.key === 'n' ? 1 : -1);
      if (next === null) return;
      review.filter.set('all');
      showCell(next.key, 'center');
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** What was understood of a file, against the draft, before anything is changed. */
export function ImportReview({ detail, result, onChosen, onHelp, onAgain, onLeave, onDone }: ImportReviewProps) {
  const { report } = useWorkspace();
  const [review] = useState(() => openReview(result, report));
  const wide = useMediaQuery('(min-width: 72rem)', true, { getInitialValueInEffect: false });
  useEffect(() => review.follow(), [review]);
  const chosen = useEffectEvent(onChosen);
  useEffect(() => review.choice.subscribe(() => chosen()), [review]);
  useReviewKeys(review, onHelp);
  return (
    <ReviewContext value={review}>
      <div className={styles.review}>
        <div className={styles.main}>
          <ImportHead detail={detail} />
          {!wide && <ImportFindings />}
          <ImportedTables />
          <ImportedText />
          <ImportedHeadFields />
        </div>
        <aside className={styles.aside}>
          <FigureSource />
          {wide && <Keys />}
          {wide && <ImportFindings />}
        </aside>
        <TakeBar onAgain={onAgain} onLeave={onLeave} onDone={onDone} />
      </div>
    </ReviewContext>
  );
}

const arrows = ['↑', '↓', '←', '→'] as const;

function Keys() {
  const m = useMessages();
  const { keys } = m.import;
  return (
    <p className={`quiet small ${styles.keys}`}>
      <span>
        {arrows.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}{' '}
        {keys.move}
      </span>
      <span>
        <kbd>{keys.space}</kbd> {keys.toggle}
      </span>
      <span>
        <kbd>n</kbd> <kbd>p</kbd> {keys.step}
      </span>
      <span>
        <kbd>?</kbd> {m.help.open}
      </span>
    </p>
  );
}
