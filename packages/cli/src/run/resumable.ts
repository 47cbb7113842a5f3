import type { Locale } from '@nianbao/core';
import { exitCodes } from '../exit-codes.ts';
import { atStart } from '../files/start-folder.ts';
import type { Journal, RunKey } from '../journal/journal.ts';
import { openJournal } from '../journal/journal.ts';
import { fill } from '../messages.ts';
import { runWords } from '../run-words.ts';
import type { FileIdentity } from '../tasks/given-file.ts';
import type { Keeper } from './over-files.ts';
import { say, sayNotWritten } from './say.ts';

/** What comes of a file and can be kept; `identity` is null where the file could not be opened. */
interface Keepable {
  readonly identity: FileIdentity | null;
}

export interface ResumableRun<A> {
  /** The journal to go on from and to write to; null for none. */
  readonly resume: string | null;
  readonly lang: Locale;
  readonly key: RunKey;
  /** One word for people who read the journal. */
  readonly outcomeOf: (answer: A) => string;
}

function keeperOf<A extends Keepable>(journal: Journal<A>, outcomeOf: (answer: A) => string): Keeper<A> {
  return {
    kept: (file, path) => journal.kept(file, path),
    async add(file, path, answer) {
      const { identity } = answer;
      if (identity !== null) await journal.add({ file, path, identity, outcome: outcomeOf(answer), answer });
    },
  };
}

async function opened<A>({ resume, lang, key }: ResumableRun<A>): Promise<Journal<A> | null | 'refused'> {
  if (resume === null) return null;
  try {
    const journal = await openJournal<A>(atStart(resume), key);
    if (journal.ok) return journal.journal;
    say(fill(runWords[journal.reason][lang], { journal: resume }));
  } catch (error) {
    sayNotWritten(resume, error, lang);
  }
  return 'refused';
}

/** Does a run that keeps what it has done in a journal, where one is asked for; its exit code. */
export async function resumable<A extends Keepable>(
  run: ResumableRun<A>,
  work: (keeper: Keeper<A> | null) => Promise<number>,
): Promise<number> {
  const journal = await opened(run);
  if (journal === 'refused') return exitCodes.unreadable;
  try {
    return await work(journal === null ? null : keeperOf(journal, run.outcomeOf));
  } finally {
    await journal?.close();
  }
}
