import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { languageTag } from '@nianbao/ui';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { signOut, useSession } from '../session/session.ts';
import { LookMenu } from './look-menu.tsx';
import styles from './shell.module.css';
import { useShortcut } from './use-shortcut.ts';

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }));

/** What stands around every screen behind the sign-in: where one is, as whom, language, look, help. */
export function Shell() {
  const m = useMessages();
  const { locale, choose } = usePreferences();
  const { user, memberships } = useSession();
  const navigate = useNavigate();
  const [helpOpened, setHelpOpened] = useState(false);
  useShortcut('?', () => setHelpOpened(true));
  const otherLocale = locale === 'zh' ? 'en' : 'zh';

  const leave = async () => {
    if (await signOut()) await navigate({ to: '/sign-in', search: {} });
    else notifications.show({ color: 'red', message: m.signOutFailed });
  };

  return (
    <>
      <a className={styles.skip} href="#main">
        {m.skipToContent}
      </a>
      <header className={`${styles.header} no-print`}>
        <Link to="/" className={styles.product}>
          {m.product}
        </Link>
        <span className={styles.who}>
          {m.signedInAs(
            user.name,
            m.listed(memberships.map(({ agencyName, role }) => `${agencyName} ${m.roles[role]}`)),
          )}
        </span>
        <div className={styles.tools}>
          <Button variant="subtle" size="compact-md" renderRoot={(props) => <Link {...props} to="/account" />}>
            {m.account.open}
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            lang={languageTag[otherLocale]}
            onClick={() => choose({ locale: otherLocale })}
          >
            {m.otherLanguage}
          </Button>
          <LookMenu />
          <Button variant="subtle" size="compact-md" onClick={() => setHelpOpened(true)}>
            {m.help.open}
          </Button>
          <Button variant="subtle" size="compact-md" onClick={() => void leave()}>
            {m.signOut}
          </Button>
        </div>
      </header>
      <div id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </div>
      <Suspense>{helpOpened && <HelpPanel onClose={() => setHelpOpened(false)} />}</Suspense>
    </>
  );
}
