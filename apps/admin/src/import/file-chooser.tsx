import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useMessages } from '../preferences/preferences.tsx';
import type { GivenFile } from './given-file.ts';
import { acceptedFiles, givenFile } from './given-file.ts';
import styles from './import.module.css';

interface FileChooserProps {
  readonly label: string;
  onGiven(given: GivenFile): void;
}

/** Asks for a file: by the browser's own chooser, by dropping it anywhere, by pasting. */
export function FileChooser({ label, onGiven }: FileChooserProps) {
  const m = useMessages();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.chooser}>
      <p>
        {m.import.dropHere}{' '}
        <Button variant="outline" size="compact-md" onClick={() => input.current?.click()}>
          {label}
        </Button>
      </p>
      <p className="quiet small">
        {m.import.accepts}
        <br />
        {m.import.orPaste}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={acceptedFiles}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onGiven(givenFile(file));
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
