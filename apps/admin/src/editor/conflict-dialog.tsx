import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './editor.module.css';
import { changeText, fieldName } from './field-label.ts';
import { useStore } from './store.ts';
import { useWorkspace } from './workspace-context.tsx';

/** Two people changed the same fields: shows both values of each and lets the person choose. */
export function ConflictDialog() {
  const m = useMessages();
  const { locale } = usePreferences();
  const { draft, report } = useWorkspace();
  const conflicts = useStore({ get: draft.snapshot, subscribe: draft.subscribe }, (value) => value.conflicts);
  const [choices, setChoices] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map());
  const [busy, setBusy] = useState(false);

  const settle = async () => {
    const mine = [...choices].filter(([, choice]) => choice === 'mine').map(([field]) => field);
    setBusy(true);
    await draft.resolve(new Set(mine)).catch(() => undefined);
    setBusy(false);
    setChoices(new Map());
  };

  return (
    <Modal
      opened={conflicts.length > 0}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="xl"
      title={m.conflict.title}
    >
      <p>{m.conflict.explained}</p>
      {conflicts.map((conflict) => (
        <fieldset key={conflict.field} className={styles.conflict}>
          <legend>{fieldName(report.get(), conflict.field, { m, locale })}</legend>
          {(['mine', 'theirs'] as const).map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={conflict.field}
                checked={choices.get(conflict.field) === choice}
                onChange={() => setChoices(new Map(choices).set(conflict.field, choice))}
              />
              <span>
                <span className="quiet small">
                  {choice === 'mine' ? m.conflict.mine : m.conflict.theirs(conflict.by ?? '')}
                </span>
                <span className={styles.conflictValue}>{changeText(conflict[choice]) || m.conflict.blank}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button loading={busy} disabled={choices.size < conflicts.length} onClick={() => void settle()}>
        {m.conflict.settle}
      </Button>
    </Modal>
  );
}
