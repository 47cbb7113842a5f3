import type { Locale } from '@nianbao/core';
import type { TextSize, Theme } from '@nianbao/ui';
import { languageTag, textSizes, themes } from '@nianbao/ui';
import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import type { Messages } from '../messages/messages.ts';
import { messagesIn } from '../messages/messages.ts';

const storageKey = 'nianbao.preferences';

const preferencesSchema = z.object({
  locale: z.enum(['zh', 'en']),
  theme: z.enum(themes),
  textSize: z.enum(textSizes),
  showPrior: z.boolean(),
});

/** What a person chose for this browser: language, look, and whether last year stands beside the figures. */
export interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly showPrior: boolean;
}

function readPreferences(): Preferences {
  const standard: Preferences = {
    locale: navigator.language.startsWith('zh') ? 'zh' : 'en',
    theme: 'system',
    textSize: 'normal',
    showPrior: false,
  };
  try {
    return preferencesSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? 'null')).data ?? standard;
  } catch {
    return standard;
  }
}

function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // A browser that stores nothing still shows what was chosen until the page is left.
  }
}

interface PreferencesValue extends Preferences {
  choose(changes: Partial<Preferences>): void;
}

const PreferencesContext = createContext<PreferencesValue | null>(null);

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences);
  const { locale, theme, textSize } = preferences;
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, text: textSize });
    document.documentElement.lang = languageTag[locale];
  }, [locale, theme, textSize]);
  const value = useMemo(
    () => ({
      ...preferences,
      choose(changes: Partial<Preferences>) {
        const chosen = { ...preferences, ...changes };
        keepPreferences(chosen);
        setPreferences(chosen);
      },
    }),
    [preferences],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext);
  if (value === null) throw new Error('usePreferences is used outside PreferencesProvider');
  return value;
}

/** The catalogue of the chosen language. */
export function useMessages(): Messages {
  return messagesIn(usePreferences().locale);
}
