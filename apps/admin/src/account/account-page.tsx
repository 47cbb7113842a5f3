import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { useMessages } from '../preferences/preferences.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { PasswordSection } from './password-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One's own account: password, second factor, reminders by mail, and where one is signed in. */
export function AccountPage() {
  const m = useMessages();
  usePageTitle(m.account.title);
  return (
    <main className="page page-narrow">
      <h1>{m.account.title}</h1>
      <Suspense fallback={<PageLoading />}>
        <Sections />
      </Suspense>
    </main>
  );
}

function Sections() {
  const m = useMessages();
  const trpc = useTRPC();
  const { data: account } = useSuspenseQuery(trpc.account.get.queryOptions());
  return (
    <>
      <p className="quiet">{m.account.signsInAs(account.username, account.mail ?? '')}</p>
      <PasswordSection />
      <SecondFactorSection isOn={account.secondFactor} />
      {account.mail !== null && <RemindersSection mail={account.mail} isOn={account.reminderMails} />}
      <SessionsSection />
    </>
  );
}
