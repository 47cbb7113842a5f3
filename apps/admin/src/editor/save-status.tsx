import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './editor.module.css';
import { useStore } from './store.ts';
import { useWorkspace } from './workspace-context.tsx';

const times = { zh: 'zh-CN', en: 'en-GB' } as const;

/** Whether what is on the screen is safe on the server; announced, because it changes by itself. */
export function SaveStatus() {
  const m = useMessages();
  const { locale } = usePreferences();
  const { draft } = useWorkspace();
  const { state, savedAt } = useStore({ get: draft.snapshot, subscribe: draft.subscribe }, (value) => value);
  const time = savedAt === null ? null : new Date(savedAt).toLocaleTimeString(times[locale], { timeStyle: 'short' });
  return (
    <span className={styles.saveStatus} data-state={state} role="status">
      {state === 'saved' && time !== null ? m.save.savedAt(time) : m.save[state]}
    </span>
  );
}

/** What to do when saving does not go on by itself. */
export function SaveTrouble() {
  const m = useMessages();
  const { draft } = useWorkspace();
  const { state, refusal, kept } = useStore({ get: draft.snapshot, subscribe: draft.subscribe }, (value) => value);
  if (state === 'refused') {
    return (
      <div className="notice-box" data-severity="error" role="alert">
        <p>
          <strong>{m.save.refusedTitle}</strong> {refusal}
        </p>
        <p>{m.save.refusedNext}</p>
        <p className="actions">
          <Button size="compact-md" variant="default" onClick={() => window.location.reload()}>
            {m.save.reload}
          </Button>
          <Link to="/sign-in" search={{ next: window.location.pathname }}>
            {m.save.signInAgain}
          </Link>
        </p>
      </div>
    );
  }
  if (state !== 'offline') return null;
  return (
    <div className="notice-box" data-severity="warning" role="alert">
      <p>
        <strong>{m.save.offlineTitle}</strong> {kept ? m.save.offlineKept : m.save.offlineNotKept}
      </p>
      <Button size="compact-md" variant="default" onClick={() => void draft.flush()}>
        {m.save.retry}
      </Button>
    </div>
  );
}
