import { Button, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './account.module.css';
import { QrCode } from './qr-code.tsx';
import type { Enrolment } from './second-factor.ts';

interface ScanStepProps {
  readonly enrolment: Enrolment;
  /** Why the code was not taken. */
  readonly failure: string | null;
  readonly onCode: (code: string) => Promise<void>;
}

/** The secret for the authenticator app, and a code to show that it has it. */
export function ScanStep({ enrolment, failure, onCode }: ScanStepProps) {
  const m = useMessages();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onCode(String(new FormData(event.currentTarget).get('code')));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{m.account.secondFactor.scan}</p>
      <QrCode text={enrolment.uri} label={m.account.secondFactor.picture} />
      <p className={styles.key}>{enrolment.secret}</p>
      <TextInput
        name="code"
        label={m.account.secondFactor.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        pattern="[0-9]{6}"
        required
        withAsterisk={false}
        error={failure}
        autoFocus
      />
      <div className="actions">
        <Button type="submit">{m.account.secondFactor.confirm}</Button>
      </div>
    </form>
  );
}

/** The backup codes, this once. */
export function BackupCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const m = useMessages();
  return (
    <div role="status">
      <h3>{m.account.secondFactor.codesTitle}</h3>
      <p>{m.account.secondFactor.codes}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button variant="default" onClick={onDone}>
        {m.account.secondFactor.done}
      </Button>
    </div>
  );
}
