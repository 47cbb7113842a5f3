import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './account.module.css';
import type { NewPasswordFault } from './new-password-fields.tsx';
import { NewPasswordFields, newPasswordIn } from './new-password-fields.tsx';

/** Changes the password, with the present one. */
export function PasswordSection() {
  const m = useMessages();
  const trpc = useTRPC();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [fault, setFault] = useState<NewPasswordFault>(null);
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() }),
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const typed = newPasswordIn(fields);
    setFault(typed.fault);
    if (typed.fault !== null) return;
    const current = String(fields.get('current'));
    change.mutate({ current, password: typed.password }, { onSuccess: () => form.reset() });
  };
  return (
    <section className={styles.section} aria-labelledby="password">
      <h2 id="password">{m.account.password.title}</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PasswordInput
          name="current"
          label={m.account.password.current}
          autoComplete="current-password"
          size="md"
          error={change.isError && problemText(change.error)}
          visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword, tabIndex: 0 }}
        />
        <NewPasswordFields fault={fault} />
        <div className="actions">
          <Button type="submit" loading={change.isPending}>
            {m.account.password.change}
          </Button>
          <span role="status">{change.isSuccess && m.account.password.changed(change.data.ended)}</span>
        </div>
      </form>
    </section>
  );
}
