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
import { overFiles } from '../run/over-files.ts';
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

async function exportAll(command: ExportCommand, destination: Destination, output: Output): Promise<number> {
  const { lang, format, out } = command;
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
      keeper: null,
      toTerminal: false,
      hasErrors: () => false,
    },
    async ({ file, path, answer }) => {
      const target = answer.ok ? pathFor(file) : null;
      try {
        if (answer.ok && target !== null && target !== path) {
          await writeWhole(target, answer.bytes);
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
    sayStopped(end, null, lang);
    return end.stoppedBy;
  }
  await output.write(`${fill(runWords.exported[lang], { ...counts, out })}\n`);
  return counts.failed > 0 ? exitCodes.unreadable : exitCodes.clean;
}

/** `nianbao export`: every file written anew in one format. */
export async function exportFiles(command: ExportCommand, output: Output): Promise<number> {
  const { lang, out } = command;
  try {
    const destination = await destinationOf(command);
    if (destination !== null) return await exportAll(command, destination, output);
    say(fill(runWords.needsFolder[lang], { out }));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    sayNotWritten(out, error, lang);
  }
  return exitCodes.unreadable;
}
