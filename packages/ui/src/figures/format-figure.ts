import type { Locale } from '@nianbao/core';

const numberIn: Readonly<Record<Locale, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { useGrouping: 'min2', maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en', { useGrouping: 'min2', maximumFractionDigits: 6 }),
};

/** A figure for reading: grouped by thousands from 10,000 on, with the decimals that it has and no more. */
export function formatFigure(value: number, locale: Locale): string {
  return numberIn[locale].format(value);
}

const percentIn: Readonly<Record<Locale, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};

/** A share between 0 and 1 as a percentage with one decimal. */
export function formatShare(share: number, locale: Locale): string {
  return percentIn[locale].format(share);
}

const dateIn: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

const momentIn: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
};

/** A moment (2026-01-15T23:30:00Z) as the clocks in China show it: 2026年1月16日 07:30 or 16 January 2026 at 07:30. */
export function formatMoment(moment: string, locale: Locale): string {
  return momentIn[locale].format(new Date(moment));
}

/** An ISO date (2026-01-15) as 2026年1月15日 or 15 January 2026. */
export function formatDate(date: string, locale: Locale): string {
  return dateIn[locale].format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}
