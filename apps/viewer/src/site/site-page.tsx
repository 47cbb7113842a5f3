import type { Locale } from '@nianbao/core';
import { languageTag, textSizes, themes } from '@nianbao/ui';
import type { ReactNode } from 'react';
import { messagesIn } from '../messages/messages.ts';
import { definitionsAddress, preferencesAddress } from './address.ts';
import { iconAddress } from './icon.ts';
import type { Preferences } from './preferences.ts';

/** What every page is given: who reads, where, and the style sheet. */
export interface PageFrame {
  readonly preferences: Preferences;
  /** Path and query of the page, without the language. */
  readonly path: string;
  readonly stylesheet: string;
}

export interface Crumb {
  readonly name: string;
  readonly href: string;
}

interface SitePageProps {
  readonly frame: PageFrame;
  /** Title of the page, before the name of the site; null for the home page. */
  readonly title: string | null;
  readonly description: string;
  readonly crumbs?: readonly Crumb[];
  /** Further elements of the head. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

const otherLocale: Readonly<Record<Locale, Locale>> = { zh: 'en', en: 'zh' };

function inLanguage(path: string, locale: Locale): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;
}

/** The frame of every page: head, masthead, settings, way back, foot. */
export function SitePage({ frame, title, description, crumbs, head, children }: SitePageProps) {
  const { locale, appearance } = frame.preferences;
  const messages = messagesIn(locale);
  const other = otherLocale[locale];
  return (
    <html lang={languageTag[locale]} data-theme={appearance.theme} data-text={appearance.textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === null ? messages.siteName : `${title} - ${messages.siteName}`}</title>
        <meta name="description" content={description} />
        <meta name="SiteName" content={messages.siteName} />
        <link rel="icon" href={iconAddress} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.stylesheet} />
        <link rel="alternate" hrefLang={languageTag[other]} href={inLanguage(frame.path, other)} />
        {head}
      </head>
      <body>
        <a className="skip" href="#content">
          {messages.skipToContent}
        </a>
        <header className="masthead nb-screen-only">
          <div className="masthead-line">
            <a className="masthead-name" href="/">
              <span className="seal" lang="zh-CN" aria-hidden="true">
                {messages.siteMark}
              </span>
              {messages.siteName}
            </a>
            <div className="masthead-tools">
              <a href={inLanguage(frame.path, other)} hrefLang={languageTag[other]} lang={languageTag[other]}>
                {messages.otherLanguage}
              </a>
              <Settings frame={frame} />
            </div>
          </div>
        </header>
        {crumbs !== undefined && (
          <nav className="crumbs nb-screen-only" aria-label={messages.breadcrumbs}>
            <ol>
              <li>
                <a href="/">{messages.home}</a>
              </li>
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <a href={crumb.href}>{crumb.name}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot nb-screen-only">
          <p>{messages.footer}</p>
          <p>
            <a href={definitionsAddress}>{messages.definitions}</a>
          </p>
          {messages.officialLabels !== '' && <p>{messages.officialLabels}</p>}
        </footer>
      </body>
    </html>
  );
}

function Settings({ frame }: { readonly frame: PageFrame }) {
  const { locale, appearance } = frame.preferences;
  const messages = messagesIn(locale);
  return (
    <details className="settings">
      <summary>{messages.settings}</summary>
      <form method="post" action={preferencesAddress}>
        <input type="hidden" name="return" value={frame.path} />
        <fieldset>
          <legend>{messages.theme}</legend>
          {themes.map((theme) => (
            <label key={theme}>
              <input type="radio" name="theme" value={theme} defaultChecked={theme === appearance.theme} />
              {messages.themes[theme]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{messages.textSize}</legend>
          {textSizes.map((size) => (
            <label key={size}>
              <input type="radio" name="text" value={size} defaultChecked={size === appearance.textSize} />
              {messages.textSizes[size]}
            </label>
          ))}
        </fieldset>
        <button type="submit">{messages.settingsApply}</button>
      </form>
    </details>
  );
}
