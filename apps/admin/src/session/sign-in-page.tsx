import { Button, PasswordInput, TextInput } from '@mantine/core';
import { languageTag } from '@nianbao/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import type { SignInResult } from './session.ts';
import { signIn } from './session.ts';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const m = useMessages();
  const { locale, choose } = usePreferences();
  const { next } = route.useSearch();
  const router = useRouter();
  const [result, setResult] = useState<SignInResult | null>(null);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const otherLocale = locale === 'zh' ? 'en' : 'zh';
  const problem = result === null || result === 'signedIn' ? null : m.signIn.problems[result];
  usePageTitle(m.signIn.title, problem === null ? 0 : 1);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    const ended = await signIn(String(fields.get('username')), String(fields.get('password')));
    setBusy(false);
    setResult(ended);
    if (ended === 'signedIn') router.history.push(next ?? '/admin');
    else summary.current?.focus();
  };

  return (
    <main className={styles.page}>
      <Button
        className={styles.language}
        variant="subtle"
        size="compact-md"
        lang={languageTag[otherLocale]}
        onClick={() => choose({ locale: otherLocale })}
      >
        {m.otherLanguage}
      </Button>
      <p className={styles.product}>{m.product}</p>
      <h1 className={styles.title}>{m.signIn.title}</h1>
      <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
        {problem !== null && (
          <div className="notice-box" data-severity="error">
            <strong>{problem.title}</strong>
            <p>{problem.next}</p>
          </div>
        )}
      </div>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          name="username"
          label={m.signIn.username}
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          name="password"
          label={m.signIn.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': m.signIn.showPassword, tabIndex: 0 }}
        />
        <Button type="submit" size="md" loading={busy}>
          {m.signIn.submit}
        </Button>
      </form>
      <p className="quiet small">{m.signIn.noAccount}</p>
    </main>
  );
}
