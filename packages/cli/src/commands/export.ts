import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ExportCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { findFiles } from '../files/find-files.ts';
import { safeName, TakenNames } from '../files/safe-name.ts';
import { atStart } from '../files/start-folder.ts';
import { writeWhole } from '../files/write-file.ts';
import { fill } from '../messages.ts';
import type { Output } from '../output/output.ts';
import type { Keeper } from '../run/over-files.ts';
import { overFiles } from '../run/over-files.ts';
import { resumable } from '../run/resumable.ts';
import { say, sayNotWritten, sayStopped, sayUnreadable } from '../run/say.ts';
import { runWords } from '../run-words.ts';
import type { ExportAnswer, ExportTask } from '../tasks/export-file.ts';

/** Where the documents go: a file of its own for the one, or a folder for many. */
type Destination =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/** Null where several documents would go into one file. */
async function destinationOf({ out, paths, lang }: ExportCommand): Promise<Destination | null> {
  const path = atStart(out);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => /[/\\]$/.test(out),
  );
  if (isFolder) {
    await mkdir(path, { recursive: true });
    return { kind: 'folder', path };
  }
  return (await findFiles(paths, lang)).length > 1 ? null : { kind: 'file', path };
}

interface Parts {
  readonly command: ExportCommand;
  readonly destination: Destination;
  readonly keeper: Keeper<ExportAnswer> | null;
}

/** What an earlier run wrote is kept while it is still there. */
async function keptTarget(kept: Promise<ExportAnswer | null>): Promise<ExportAnswer | null> {
  const answer = await kept;
  if (answer === null || !answer.ok || answer.bytes !== null) return null;
  return stat(answer.target).then(
    () => answer,
    () => null,
  );
}

async function exportAll({ command, destination, keeper }: Parts, output: Output): Promise<number> {
  const { lang, format, out, resume } = command;
  const names = new TakenNames();
  const counts = { written: 0, failed: 0 };
  const pathFor = (file: string) =>
    destination.kind === 'file'
      ? destination.path
      : join(destination.path, names.free(safeName(basename(file, extname(file))), `.${format}`));
  const end = await overFiles<ExportTask, ExportAnswer>(
    {
      ...command,
      kind: {
        here: async (task) => (await import('../tasks/export-file.ts')).exportFile(task),
        there: (pool, task) => pool.run('export', task),
      },
      inputOf: (given) => ({ ...given, format }),
      // A file is done when its document is on the disk, so that it is kept only then.
      keeper: keeper && { kept: (file, path) => keptTarget(keeper.kept(file, path)), add: async () => undefined },
      toTerminal: false,
      hasErrors: () => false,
    },
    async ({ file, path, answer }) => {
      const target = answer.ok ? pathFor(file) : null;
      try {
        if (answer.ok && target !== null && target !== path) {
          if (answer.bytes !== null) {
            await writeWhole(target, answer.bytes);
            const { identity } = answer;
            if (path !== null) await keeper?.add(file, path, { identity, ok: true, bytes: null, target });
          }
          counts.written += 1;
          return;
        }
        if (answer.ok) say(`${file}: ${runWords.ontoItself[lang]}`);
        else sayUnreadable(file, answer.message, lang);
      } catch (error) {
        sayNotWritten(target ?? out, error, lang);
      }
      counts.failed += 1;
    },
  );
  if (end.stoppedBy !== null) {
    sayStopped(end, resume, lang);
    return end.stoppedBy;
  }
  await output.write(`${fill(runWords.exported[lang], { ...counts, out })}\n`);
  return counts.failed > 0 ? exitCodes.unreadable : exitCodes.clean;
}

/** `nianbao export`: every file written anew in one format. */
export async function exportFiles(command: ExportCommand, output: Output): Promise<number> {
  const { lang, out, format, resume } = command;
  const run = { resume, lang, key: { command: 'export', options: { format, out } }, outcomeOf: () => 'written' };
  try {
    const destination = await destinationOf(command);
    if (destination !== null) {
      return await resumable<ExportAnswer>(run, (keeper) => exportAll({ command, destination, keeper }, output));
    }
    say(fill(runWords.needsFolder[lang], { out }));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    sayNotWritten(out, error, lang);
  }
  return exitCodes.unreadable;
}
