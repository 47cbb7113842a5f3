import type { Locale } from '@nianbao/core';
import { fill } from '../messages.ts';
import { runWords } from '../run-words.ts';

/** How far a run over many files is, told on standard error. */
export interface Progress {
  /** One more file is done. */
  step(outcome: { readonly hasErrors: boolean }): void;
  /** Takes the bar away while something else is written to the same terminal. */
  hide(): void;
  done(): void;
}

export interface ProgressOptions {
  readonly total: number;
  readonly lang: Locale;
  /** Say it in plain lines where standard error is no terminal. */
  readonly plain: boolean;
}

/** Shorter runs need no bar. */
const firstAfterMs = 700;
const barEveryMs = 200;
const lineEveryMs = 5000;
const barWidth = 24;

/** Hours, minutes and seconds, as 1:02:03 or 2:03. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export interface Standing {
  readonly done: number;
  readonly total: number;
  readonly errors: number;
  readonly seconds: number;
}

/** Done and total, files a second, remaining time and files with errors so far, as one line. */
export function standingLine({ done, total, errors, seconds }: Standing, lang: Locale): string {
  const rate = done / Math.max(seconds, 0.001);
  return fill(runWords.standing[lang], {
    ...{ done, total, errors },
    rate: rate >= 10 ? Math.round(rate) : rate.toFixed(1),
    left: done === 0 ? '–' : clock((total - done) / rate),
  });
}

function bar({ done, total }: Standing): string {
  const filled = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
}

const silent: Progress = { step: () => undefined, hide: () => undefined, done: () => undefined };

/** A bar where standard error is a terminal, plain lines now and then where they are asked for, else nothing. */
export function showProgress({ total, lang, plain }: ProgressOptions): Progress {
  const stream = process.stderr;
  const isTerminal = stream.isTTY === true && process.env.TERM !== 'dumb';
  if (total < 2 || !(isTerminal || plain)) return silent;
  const started = performance.now();
  let [done, errors, shown, last] = [0, 0, false, started + firstAfterMs - barEveryMs];
  const hide = () => {
    if (!shown) return;
    stream.write('\r\u001b[K');
    shown = false;
    // It comes back with the next file.
    last = 0;
  };
  return {
    step({ hasErrors }) {
      done += 1;
      if (hasErrors) errors += 1;
      const now = performance.now();
      if (now - last < (isTerminal ? barEveryMs : lineEveryMs)) return;
      last = now;
      const standing = { done, total, errors, seconds: (now - started) / 1000 };
      if (isTerminal) stream.write(`\r${bar(standing)} ${standingLine(standing, lang)}\u001b[K`);
      else stream.write(`nianbao: ${standingLine(standing, lang)}\n`);
      shown = isTerminal;
    },
    hide,
    done: hide,
  };
}
