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
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);

  const choose = (field: string, keep: boolean) => {
    const chosen = new Set(mine);
    if (keep) chosen.add(field);
    else chosen.delete(field);
    setMine(chosen);
  };
  const settle = async () => {
    setBusy(true);
    await draft.resolve(mine).catch(() => undefined);
    setBusy(false);
    setMine(new Set());
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
          {([true, false] as const).map((keep) => (
            <label key={String(keep)}>
              <input
                type="radio"
                name={conflict.field}
                checked={mine.has(conflict.field) === keep}
                onChange={() => choose(conflict.field, keep)}
              />
              <span>
                <span className="quiet small">{keep ? m.conflict.mine : m.conflict.theirs(conflict.by ?? '')}</span>
                <span className={styles.conflictValue}>
                  {changeText(keep ? conflict.mine : conflict.theirs) || m.conflict.blank}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button loading={busy} onClick={() => void settle()}>
        {m.conflict.settle}
      </Button>
    </Modal>
  );
}
