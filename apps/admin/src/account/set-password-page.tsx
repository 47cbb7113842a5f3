import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { useEffect, useState } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useMessages } from '../preferences/preferences.tsx';
import { EntryPage } from '../session/entry-page.tsx';
import { Notice } from '../session/notice.tsx';
import styles from '../session/sign-in-page.module.css';
import { usePageTitle } from '../shell/use-page-title.ts';
import type { NewPasswordFault } from './new-password-fields.tsx';
import { NewPasswordFields, newPasswordIn } from './new-password-fields.tsx';

/** Where a one-time link leads: whom it is for, and a password to set. The secret is the part behind the `#`. */
export function SetPasswordPage() {
  const m = useMessages();
  const trpc = useTRPC();
  const problemText = useProblemText();
  const [secret] = useState(() => location.hash.slice(1));
  const [fault, setFault] = useState<NewPasswordFault>(null);
  const { mutate: read, ...link } = useMutation(trpc.account.readLink.mutationOptions());
  const set = useMutation(trpc.account.setPassword.mutationOptions());
  useEffect(() => read({ secret }), [read, secret]);
  const title = m.account.link.title[link.data?.purpose ?? 'invitation'];
  const failure = link.error ?? set.error;
  usePageTitle(title, failure === null ? 0 : 1);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = newPasswordIn(new FormData(event.currentTarget));
    setFault(typed.fault);
    if (typed.fault === null) set.mutate({ secret, password: typed.password });
  };

  return (
    <EntryPage title={title}>
      <Notice text={failure === null ? null : { title: m.account.link.refused, next: problemText(failure) }} />
      <div role="status">
        {link.isPending && <p>{m.account.link.checking}</p>}
        {set.isSuccess && <p>{m.account.link.saved}</p>}
      </div>
      {link.isSuccess && !set.isSuccess && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <p>{m.account.link.hello(link.data.name, link.data.username)}</p>
          <input type="text" name="username" autoComplete="username" value={link.data.username} readOnly hidden />
          <NewPasswordFields fault={fault} />
          <Button type="submit" size="md" loading={set.isPending}>
            {m.account.link.save}
          </Button>
        </form>
      )}
      {(set.isSuccess || link.isError) && (
        <Link to="/sign-in" search={{}}>
          {m.account.link.toSignIn}
        </Link>
      )}
    </EntryPage>
  );
}
