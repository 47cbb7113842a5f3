import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useTRPC } from '../api/trpc.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import type { Posted } from '../session/post-auth.ts';
import styles from './account.module.css';
import type { Enrolment } from './second-factor.ts';
import { beginEnrolment, confirmEnrolment, renewBackupCodes, turnOff } from './second-factor.ts';
import { BackupCodes, ScanStep } from './second-factor-steps.tsx';

type Step =
  | { readonly name: 'password' }
  | { readonly name: 'scan'; readonly enrolment: Enrolment }
  | { readonly name: 'codes'; readonly codes: readonly string[] };

const start: Step = { name: 'password' };

/** Turns the second factor on and off, with the password. */
export function SecondFactorSection({ isOn }: { readonly isOn: boolean }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>(start);
  const [problem, setProblem] = useState<Problem | null>(null);
  const failure = problem === null ? null : (problem.text?.[locale] ?? m.problems[problem.kind].next);

  const goOn = async <T,>(posted: Posted<T>, next: (data: T) => Step) => {
    setProblem(posted.ok ? null : posted.problem);
    if (!posted.ok) return;
    setStep(next(posted.data));
    await client.invalidateQueries({ queryKey: trpc.account.pathKey() });
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter?.getAttribute('value');
    const password = String(new FormData(event.currentTarget).get('password'));
    if (pressed === 'stop') await goOn(await turnOff(password), () => start);
    else if (pressed === 'renew') {
      await goOn(await renewBackupCodes(password), ({ backupCodes }) => ({ name: 'codes', codes: backupCodes }));
    } else await goOn(await beginEnrolment(password), (enrolment) => ({ name: 'scan', enrolment }));
  };

  return (
    <section className={styles.section} aria-labelledby="second-factor">
      <h2 id="second-factor">{m.account.secondFactor.title}</h2>
      <p>{isOn ? m.account.secondFactor.on : m.account.secondFactor.off}</p>
      {step.name === 'password' && (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <PasswordInput
            name="password"
            label={m.account.yourPassword}
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            error={failure}
            visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword, tabIndex: 0 }}
          />
          <div className="actions">
            {isOn ? (
              <>
                <Button type="submit" variant="default" value="renew">
                  {m.account.secondFactor.renew}
                </Button>
                <Button type="submit" variant="default" value="stop">
                  {m.account.secondFactor.stop}
                </Button>
              </>
            ) : (
              <Button type="submit">{m.account.secondFactor.start}</Button>
            )}
          </div>
        </form>
      )}
      {step.name === 'scan' && (
        <ScanStep
          enrolment={step.enrolment}
          failure={failure}
          onCode={async (code) =>
            goOn(await confirmEnrolment(code), () => ({ name: 'codes', codes: step.enrolment.backupCodes }))
          }
        />
      )}
      {step.name === 'codes' && <BackupCodes codes={step.codes} onDone={() => setStep(start)} />}
    </section>
  );
}
