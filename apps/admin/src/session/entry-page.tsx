import { Button } from '@mantine/core';
import { languageTag } from '@nianbao/ui';
import type { ReactNode } from 'react';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './sign-in-page.module.css';

/** The frame of pages before the sign-in. */
export function EntryPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const m = useMessages();
  const { locale, choose } = usePreferences();
  const otherLocale = locale === 'zh' ? 'en' : 'zh';
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
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
