import type { ImportCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { atStart } from '../files/start-folder.ts';
import type { ImportedReport } from '../import/import-index.ts';
import { ImportIndex, indexName } from '../import/import-index.ts';
import { fill } from '../messages.ts';
import type { Output } from '../output/output.ts';
import { overFiles } from '../run/over-files.ts';
import { say, sayNotWritten, sayStopped, sayUnreadable } from '../run/say.ts';
import { runWords } from '../run-words.ts';
import type { GivenFile } from '../tasks/given-file.ts';
import type { ImportAnswer } from '../tasks/import-file.ts';

/** A file that an earlier run has imported. */
interface ImportedBefore {
  readonly ok: true;
  readonly before: ImportedReport;
}

type Answer = ImportAnswer | ImportedBefore;

async function importAll(command: ImportCommand, index: ImportIndex, output: Output): Promise<number> {
  const { lang, out } = command;
  const counts = { imported: 0, before: 0, unreadable: 0, uncertain: 0, errors: 0 };
  const count = ({ confidence, findings }: ImportedReport) => {
    if (confidence.uncertain > 0) counts.uncertain += 1;
    if (findings.error > 0) counts.errors += 1;
  };
  const end = await overFiles<GivenFile, Answer>(
    {
      ...command,
      kind: {
        here: async (task) => (await import('../tasks/import-file.ts')).importFile(task),
        there: (pool, task) => pool.run('import', task),
      },
      inputOf: (given) => given,
      keeper: {
        async kept(_file, path) {
          const before = await index.kept(path);
          return before === null ? null : { ok: true, before };
        },
        add: async () => undefined,
      },
      toTerminal: false,
      hasErrors: (answer) => 'findings' in answer && answer.findings.error > 0,
    },
    async ({ file, path, answer }) => {
      if (!answer.ok) {
        counts.unreadable += 1;
        return sayUnreadable(file, answer.message, lang);
      }
      if ('before' in answer) {
        counts.before += 1;
        return count(answer.before);
      }
      const { identity } = answer;
      if (path === null || identity === null) return;
      const line = await index.add(file, path, { ...answer, identity });
      counts.imported += 1;
      count(line);
      if (line.sameReport.length > 0) {
        const { agency, year, sameReport } = line;
        const others = sameReport.join(', ');
        say(fill(runWords.sameReport[lang], { file: line.file, others, agency: agency ?? '', year: year ?? '' }));
      }
    },
  );
  if (end.stoppedBy !== null) {
    sayStopped(end, `${out}/${indexName}`, lang);
    return end.stoppedBy;
  }
  await output.write(`${fill(runWords.imported[lang], { ...counts, out, index: indexName })}\n`);
  return counts.unreadable > 0 ? exitCodes.unreadable : counts.errors > 0 ? exitCodes.errors : exitCodes.clean;
}

/** `nianbao import`: every file as a machine-readable report in a folder, with an index of where it came from. */
export async function importFiles(command: ImportCommand, output: Output): Promise<number> {
  try {
    const index = await ImportIndex.open(atStart(command.out));
    try {
      return await importAll(command, index, output);
    } finally {
      await index.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    sayNotWritten(command.out, error, command.lang);
    return exitCodes.unreadable;
  }
}
