import type { Locale } from '@nianbao/core';
import { fill, words } from '../messages.ts';
import { runWords } from '../run-words.ts';
import type { RunEnd } from './over-files.ts';

/** Says something to the person on standard error. */
export function say(sentence: string): void {
  process.stderr.write(`nianbao: ${sentence}\n`);
}

export function sayUnreadable(file: string, message: string, lang: Locale): void {
  say(`${file}: ${words.cannotRead[lang]}：${message}`);
}

/** Says that a run was stopped, and how to go on with it; `journal` is where what is done is kept. */
export function sayStopped({ done, total }: RunEnd, journal: string | null, lang: Locale): void {
  const next = journal === null ? runWords.keepNext[lang] : fill(runWords.goOn[lang], { journal });
  say(`${fill(runWords.stopped[lang], { done, total })}${lang === 'zh' ? '' : ' '}${next}`);
}

/** Says that a file cannot be written, and why. */
export function sayNotWritten(file: string, error: unknown, lang: Locale): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  say(`${file}: ${fill(runWords.notWritten[lang], { code })}`);
}
