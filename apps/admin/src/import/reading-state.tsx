import { Button } from '@mantine/core';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { FileChooser } from './file-chooser.tsx';
import type { GivenFile } from './given-file.ts';
import styles from './import.module.css';
import type { Reading } from './use-reading.ts';

interface ReadingStateProps {
  readonly reading: Exclude<Reading, { readonly kind: 'read' }>;
  onGiven(given: GivenFile): void;
  onStop(): void;
}

/** What is shown until a file has been read: the chooser, how far it is, or why it was not read and what to do. */
export function ReadingState({ reading, onGiven, onStop }: ReadingStateProps) {
  const m = useMessages();
  switch (reading.kind) {
    case 'choosing':
      return (
        <div className={styles.state}>
          <p>{m.import.explained}</p>
          <FileChooser label={m.import.choose} onGiven={onGiven} />
        </div>
      );
    case 'busy':
      return <Busy name={reading.file.name} sent={reading.sent} onStop={onStop} />;
    case 'unsendable':
      return (
        <div className={styles.state}>
          <div className="notice-box" data-severity="error" role="alert">
            <p>
              <strong>{m.import.refusedTitle(reading.name)}</strong>
            </p>
            <p>{m.import.unsendable[reading.why]}</p>
          </div>
          <FileChooser label={m.import.again} onGiven={onGiven} />
        </div>
      );
    case 'failed':
      return <Failed reading={reading} onGiven={onGiven} />;
  }
}

function Busy({ name, sent, onStop }: { readonly name: string; readonly sent: number | null; onStop(): void }) {
  const m = useMessages();
  const percent = sent === null ? null : Math.floor(sent * 100);
  const step = percent === null ? m.import.reading : m.import.sending;
  return (
    <div className={styles.state}>
      <p className={styles.busy} role="status">
        <strong>{name}</strong>
        <span>{step}</span>
      </p>
      <progress
        className={styles.progress}
        aria-label={percent === null ? m.import.reading : m.import.uploading(percent)}
        max={100}
        {...(percent !== null && { value: percent })}
      />
      <p>
        <Button variant="default" size="compact-md" onClick={onStop}>
          {m.import.stop}
        </Button>
      </p>
    </div>
  );
}

interface FailedProps {
  readonly reading: Extract<Reading, { readonly kind: 'failed' }>;
  onGiven(given: GivenFile): void;
}

function Failed({ reading, onGiven }: FailedProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { file, problem } = reading;
  const again = problem.kind === 'offline' || problem.kind === 'failed' || problem.code === 'BUSY';
  return (
    <div className={styles.state}>
      <div className="notice-box" data-severity={again ? 'warning' : 'error'} role="alert">
        <p>
          <strong>{again ? m.import.notYetTitle(file.name) : m.import.refusedTitle(file.name)}</strong>
        </p>
        <p>{(problem.details.reason ?? problem.text)?.[locale] ?? m.import.offlineNext}</p>
        {again ? (
          <Button size="compact-md" onClick={() => onGiven({ kind: 'file', file })}>
            {m.tryAgain}
          </Button>
        ) : (
          <p>{m.import.refusedNext}</p>
        )}
      </div>
      <FileChooser label={m.import.again} onGiven={onGiven} />
    </div>
  );
}
