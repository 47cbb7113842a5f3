import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { fieldName } from '../editor/field-label.ts';
import { useStore } from '../editor/store.ts';
import { stepBack } from '../editor/use-edit-keys.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { isEmpty } from './import-choice.ts';
import styles from './review.module.css';
import { useReview } from './review.ts';
import type { ChangedMeanwhile, TakingTrouble } from './use-taking-over.ts';
import { useTakingOver } from './use-taking-over.ts';

const namedFields = 5;
const doneId = 'import-done';

interface TakeBarProps {
  onAgain(): void;
  onLeave(): void;
  onDone(): void;
}

/** How much will be taken, and the taking itself; says what stands in the way, and afterwards what was taken. */
export function TakeBar({ onAgain, onLeave, onDone }: TakeBarProps) {
  const m = useMessages();
  const review = useReview();
  const { draft } = useWorkspace();
  const chosen = useStore(review.choice, (value) => value);
  const { keys, text, head } = chosen;

  const undo = () => {
    notifications.hide(doneId);
    stepBack(draft, 'undo');
  };
  const { busy, trouble, take } = useTakingOver(review, () => {
    notifications.show({
      id: doneId,
      autoClose: 15_000,
      closeButtonProps: { 'aria-label': m.close },
      message: (
        <>
          {m.import.done(m.import.parts(keys.size, text.size, head.size), review.result.file.name)}{' '}
          <button type="button" className="link-button" onClick={undo}>
            {m.import.undo}
          </button>
        </>
      ),
    });
    onDone();
  });
  return (
    <section className={styles.bar} aria-label={m.import.bar.label}>
      {trouble !== null && <Trouble trouble={trouble} />}
      <p className={styles.chosen} role="status">
        {isEmpty(chosen) ? m.import.bar.nothing : m.import.bar.chosen(keys.size, text.size, head.size)}
      </p>
      <div className="actions">
        <Button loading={busy} disabled={isEmpty(chosen)} onClick={() => void take()}>
          {m.import.bar.take}
        </Button>
        <Button variant="default" disabled={busy} onClick={onLeave}>
          {m.cancel}
        </Button>
        <Button variant="subtle" className={styles.again ?? ''} disabled={busy} onClick={onAgain}>
          {m.import.again}
        </Button>
        <span className={`quiet small ${styles.undoable}`}>{m.import.bar.undoable}</span>
      </div>
    </section>
  );
}

function Trouble({ trouble }: { readonly trouble: TakingTrouble }) {
  const m = useMessages();
  const sentence = () => {
    switch (trouble.kind) {
      case 'offline':
      case 'unsaved':
        return m.import.bar[trouble.kind];
      case 'refused':
        return trouble.sentence;
      case 'changed':
        return <Changed fields={trouble.fields} />;
    }
  };
  return (
    <div className="notice-box" data-severity={trouble.kind === 'refused' ? 'error' : 'warning'} role="alert">
      <p>{sentence()}</p>
    </div>
  );
}

function Changed({ fields }: { readonly fields: ChangedMeanwhile }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { report } = useWorkspace();
  const { bar } = m.import;
  const names = fields
    .slice(0, namedFields)
    .map(({ field, by }) => bar.changedBy(fieldName(report.get(), field, { m, locale }), by))
    .join(bar.separator);
  return bar.conflict(fields.length > namedFields ? `${names}${bar.more(fields.length)}` : names);
}
