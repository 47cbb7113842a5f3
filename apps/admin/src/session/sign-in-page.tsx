import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { useMessages } from '../preferences/preferences.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { EntryPage } from './entry-page.tsx';
import { Notice } from './notice.tsx';
import { ProviderButton } from './provider-button.tsx';
import type { SignInResult } from './session.ts';
import { signIn } from './session.ts';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

/** Signs in: user name or mail and password, and a code where the account has a second factor. */
export function SignInPage() {
  const m = useMessages();
  const trpc = useTRPC();
  const { next, error } = route.useSearch();
  const router = useRouter();
  const { data: options } = useQuery(trpc.session.options.queryOptions());
  const [result, setResult] = useState<SignInResult | 'provider' | null>(error === undefined ? null : 'provider');
  const [needsCode, setNeedsCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  const isProblem = result !== null && result !== 'signedIn' && result !== 'needsCode';
  const problem = isProblem ? m.signIn.problems[result] : null;
  usePageTitle(m.signIn.title, problem === null ? 0 : 1);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const code = needsCode ? String(fields.get('code')) : null;
    setBusy(true);
    const ended = await signIn({
      username: String(fields.get('username')),
      password: String(fields.get('password')),
      code,
    });
    setBusy(false);
    setResult(ended);
    setNeedsCode(ended === 'needsCode' || ended === 'codeRefused');
    if (ended === 'signedIn') router.history.push(next ?? '/admin');
    else if (ended !== 'needsCode') notice.current?.focus();
  };

  return (
    <EntryPage title={m.signIn.title}>
      <Notice text={problem} ref={notice} />
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <div className={styles.form} hidden={needsCode}>
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
        </div>
        {needsCode && (
          <TextInput
            name="code"
            label={m.signIn.code}
            description={m.signIn.codeHint}
            autoComplete="one-time-code"
            minLength={6}
            maxLength={20}
            required
            withAsterisk={false}
            autoFocus
          />
        )}
        <Button type="submit" size="md" loading={busy}>
          {m.signIn.submit}
        </Button>
        {needsCode && (
          <Button variant="subtle" onClick={() => setNeedsCode(false)}>
            {m.signIn.otherAccount}
          </Button>
        )}
        {!needsCode && options?.resetByMail === true && <ForgottenPassword />}
      </form>
      {options?.oidcLabel != null && (
        <ProviderButton label={options.oidcLabel} next={next ?? '/admin'} onFailed={() => setResult('provider')} />
      )}
      {!needsCode && <p className="quiet small">{m.signIn.noAccount}</p>}
    </EntryPage>
  );
}

/** Asks for a link for a new password, to the mail address of the account that is typed in. */
function ForgottenPassword() {
  const m = useMessages();
  const trpc = useTRPC();
  const request = useMutation(trpc.account.requestReset.mutationOptions());
  const [nameless, setNameless] = useState(false);
  const ask = (form: HTMLFormElement | null) => {
    const login = form === null ? '' : String(new FormData(form).get('username')).trim();
    setNameless(login === '');
    if (login !== '') request.mutate({ login });
  };
  const told = request.isSuccess ? m.signIn.resetRequested : request.isError ? m.signIn.problems.tooMany.next : '';
  return (
    <div>
      <button type="button" className="link-button" onClick={(event) => ask(event.currentTarget.form)}>
        {m.signIn.forgotten}
      </button>
      <p role="status" className="small">
        {nameless ? m.signIn.nameFirst : told}
      </p>
    </div>
  );
}
