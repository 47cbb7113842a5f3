import { ruleSetVersion } from '@nianbao/core';
import type { CheckCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { atStart } from '../files/start-folder.ts';
import type { RunKey } from '../journal/journal.ts';
import type { CheckOutputId } from '../output/check-formats.ts';
import { checkFormat } from '../output/check-formats.ts';
import type { CheckWriter } from '../output/check-writer.ts';
import { openCheckWriter } from '../output/check-writer.ts';
import type { Output } from '../output/output.ts';
import { painter } from '../output/paint.ts';
import { fileOutput } from '../output/target.ts';
import type { Keeper } from '../run/over-files.ts';
import { overFiles } from '../run/over-files.ts';
import { resumable } from '../run/resumable.ts';
import { sayNotWritten, sayStopped, sayUnreadable } from '../run/say.ts';
import type { CheckAnswer, CheckTask } from '../tasks/check-file.ts';

function outputId({ format, summary }: CheckCommand): CheckOutputId {
  if (!summary) return format;
  return format === 'json' ? 'summaryJson' : 'summary';
}

interface Parts {
  readonly command: CheckCommand;
  readonly writer: CheckWriter;
  readonly colour: boolean;
  readonly keeper: Keeper<CheckAnswer> | null;
}

async function checkAll({ command, writer, colour, keeper }: Parts): Promise<number> {
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
      keeper,
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

/** What a run is gone on with for: other options or rules give other answers. */
function keyOf(command: CheckCommand): RunKey {
  const { stage, mostOfRule, lang } = command;
  return { command: 'check', options: { stage, mostOfRule, lang, ruleSetVersion, format: outputId(command) } };
}

function outcomeOf(answer: CheckAnswer): string {
  if (!answer.ok) return 'unreadable';
  return answer.counts.error > 0 ? 'errors' : 'clean';
}

async function opened<T>(open: Promise<T>, file: string, { lang }: CheckCommand): Promise<T | null> {
  try {
    return await open;
  } catch (error) {
    sayNotWritten(file, error, lang);
    return null;
  }
}

async function checkInto(command: CheckCommand, keeper: Keeper<CheckAnswer> | null, standard: Output): Promise<number> {
  const { lang, stage, mostInAll, out } = command;
  const file = out === null ? null : await opened(fileOutput(atStart(out)), out, command);
  if (out !== null && file === null) return exitCodes.unreadable;
  const output = file ?? standard;
  // What is kept must be good for another run, whatever it writes to.
  const colour = output.colour && keeper === null;
  const style = { lang, paint: painter(colour) };
  const format = await checkFormat(outputId(command));
  const writer = await openCheckWriter(output, { format, style, stage, mostInAll });
  let isWhole = false;
  try {
    const code = await checkAll({ command, writer, colour, keeper });
    isWhole = code <= exitCodes.unreadable;
    return code;
  } finally {
    await writer.close();
    await (isWhole ? file?.finish() : file?.drop());
  }
}

/** `nianbao check`: the outcome of every file in the order given; the worst is the exit code. */
export function check(command: CheckCommand, standard: Output): Promise<number> {
  const { resume, lang } = command;
  const run = { resume, lang, key: keyOf(command), outcomeOf };
  return resumable<CheckAnswer>(run, (keeper) => checkInto(command, keeper, standard));
}
