import { ruleSetVersion } from '@nianbao/core';
import type { CheckCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { atStart } from '../files/start-folder.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/journal.ts';
import { fill } from '../messages.ts';
import type { CheckOutputId } from '../output/check-formats.ts';
import { checkFormat } from '../output/check-formats.ts';
import type { CheckWriter } from '../output/check-writer.ts';
import { openCheckWriter } from '../output/check-writer.ts';
import type { Output } from '../output/output.ts';
import { painter } from '../output/paint.ts';
import { fileOutput } from '../output/target.ts';
import type { Keeper } from '../run/over-files.ts';
import { overFiles } from '../run/over-files.ts';
import { say, sayNotWritten, sayStopped, sayUnreadable } from '../run/say.ts';
import { runWords } from '../run-words.ts';
import type { CheckAnswer, CheckTask } from '../tasks/check-file.ts';

function outputId({ format, summary }: CheckCommand): CheckOutputId {
  if (!summary) return format;
  return format === 'json' ? 'summaryJson' : 'summary';
}

function keeperOf(journal: Journal<CheckAnswer>): Keeper<CheckAnswer> {
  return {
    kept: (file, path) => journal.kept(file, path),
    async add(file, path, answer) {
      const { identity } = answer;
      const outcome = !answer.ok ? 'unreadable' : answer.counts.error > 0 ? 'errors' : 'clean';
      if (identity !== null) await journal.add({ file, path, identity, outcome, answer });
    },
  };
}

interface Parts {
  readonly command: CheckCommand;
  readonly writer: CheckWriter;
  readonly colour: boolean;
  readonly journal: Journal<CheckAnswer> | null;
}

async function checkAll({ command, writer, colour, journal }: Parts): Promise<number> {
  const { lang, stage, mostOfRule, resume } = command;
  const format = outputId(command);
  const end = await overFiles<CheckTask, CheckAnswer>(
    {
      ...command,
      kind: {
        here: async (task) => (await import('../tasks/check-file.ts')).checkFile(task),
        there: (pool, task) => pool.run('check', task),
      },
      inputOf: (given) => ({ ...given, stage, format, colour, mostOfRule }),
      keeper: journal === null ? null : keeperOf(journal),
      toTerminal: command.out === null && process.stdout.isTTY === true,
      hasErrors: (answer) => answer.ok && answer.counts.error > 0,
    },
    async ({ file, answer }) => {
      if (answer.ok) return writer.add(answer);
      sayUnreadable(file, answer.message, lang);
      await writer.refuse({ file, message: answer.message });
    },
  );
  if (end.stoppedBy !== null) {
    sayStopped(end, resume, lang);
    return end.stoppedBy;
  }
  await writer.finish();
  const { unreadable, errors } = writer.totals;
  return unreadable > 0 ? exitCodes.unreadable : errors > 0 ? exitCodes.errors : exitCodes.clean;
}

async function openedJournal({
  resume,
  lang,
  ...command
}: CheckCommand): Promise<Journal<CheckAnswer> | null | 'refused'> {
  if (resume === null) return null;
  const { stage, mostOfRule } = command;
  const options = { stage, mostOfRule, lang, ruleSetVersion, format: outputId({ resume, lang, ...command }) };
  try {
    const opened = await openJournal<CheckAnswer>(atStart(resume), { command: 'check', options });
    if (opened.ok) return opened.journal;
    say(fill(runWords[opened.reason][lang], { journal: resume }));
  } catch (error) {
    sayNotWritten(resume, error, lang);
  }
  return 'refused';
}

async function opened<T>(open: Promise<T>, file: string, { lang }: CheckCommand): Promise<T | null> {
  try {
    return await open;
  } catch (error) {
    sayNotWritten(file, error, lang);
    return null;
  }
}

/** `nianbao check`: the outcome of every file in the order given; the worst is the exit code. */
export async function check(command: CheckCommand, standard: Output): Promise<number> {
  const { lang, stage, mostInAll, out } = command;
  const journal = await openedJournal(command);
  if (journal === 'refused') return exitCodes.unreadable;
  const file = out === null ? null : await opened(fileOutput(atStart(out)), out, command);
  if (out !== null && file === null) return exitCodes.unreadable;
  const output = file ?? standard;
  // What is kept must be good for another run, whatever it writes to.
  const colour = output.colour && journal === null;
  const style = { lang, paint: painter(colour) };
  const format = await checkFormat(outputId(command));
  const writer = await openCheckWriter(output, { format, style, stage, mostInAll });
  let isWhole = false;
  try {
    const code = await checkAll({ command, writer, colour, journal });
    isWhole = code <= exitCodes.unreadable;
    return code;
  } finally {
    await writer.close();
    await journal?.close();
    await (isWhole ? file?.finish() : file?.drop());
  }
}
