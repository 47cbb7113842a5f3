import { chinaDate } from './china-date.ts';

const minutePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The minute on a clock in China at an instant given in ISO form: `2026-01-31T09:00`. */
export function chinaMinute(instant: string): string {
  const time = new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString().slice(11, 16);
  return `${chinaDate(instant)}T${time}`;
}

/** The instant, in ISO form, at which a clock in China shows a minute; null for what is no minute of a day. */
export function instantOfChinaMinute(minute: string): string | null {
  const at = minutePattern.test(minute) ? Date.parse(`${minute}:00+08:00`) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const instant = new Date(at).toISOString();
  return chinaMinute(instant) === minute ? instant : null;
}
