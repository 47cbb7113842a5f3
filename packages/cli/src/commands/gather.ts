import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarriedReport } from '@nianbao/documents';
import { readReport } from '@nianbao/documents';
import { writeCampaignWorkbook, writeParquetFiles } from '@nianbao/documents/gathered';
import type { GatherCommand, GatheredFormatId } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { atStart } from '../files/start-folder.ts';
import { writeWhole } from '../files/write-file.ts';
import { fill } from '../messages.ts';
import type { Output } from '../output/output.ts';
import { HandOver } from '../run/hand-over.ts';
import type { RunEnd } from '../run/over-files.ts';
import { overFiles } from '../run/over-files.ts';
import { sayNotWritten, sayStopped, sayUnreadable } from '../run/say.ts';
import { runWords } from '../run-words.ts';
import type { ExportAnswer, ExportTask } from '../tasks/export-file.ts';

/** Takes reports one by one and writes them to a path in the end. */
type Gatherer = (reports: AsyncIterable<CarriedReport>, path: string) => Promise<void>;

const gatherers: Readonly<Record<GatheredFormatId, Gatherer>> = {
  async campaign(reports, path) {
    await writeWhole(
      path,
      await writeCampaignWorkbook(reports, { title: '政府信息公开工作年度报告汇总', withText: true }),
    );
  },
  async parquet(reports, folder) {
    await mkdir(folder, { recursive: true });
    const partOf = (table: string) => join(folder, `${table}.parquet.part`);
    await writeParquetFiles({ facts: partOf('facts'), reports: partOf('reports') }, reports);
    for (const table of ['facts', 'reports']) await rename(partOf(table), join(folder, `${table}.parquet`));
  },
};

/** The report in the JSON that a reading process gives back. */
async function carriedIn(json: Uint8Array, fileName: string): Promise<CarriedReport> {
  const read = await readReport(json, { fileName });
  if (!read.ok || read.copy.kind !== 'unaltered')
    throw new Error(`${fileName} came back otherwise than it was written`);
  return read.copy.carried;
}

interface Counts {
  written: number;
  failed: number;
}

function handOverAll(command: GatherCommand, handOver: HandOver<CarriedReport>, counts: Counts): Promise<RunEnd> {
  return overFiles<ExportTask, ExportAnswer>(
    {
      ...command,
      kind: {
        here: async (task) => (await import('../tasks/export-file.ts')).exportFile(task),
        there: (pool, task) => pool.run('export', task),
      },
      inputOf: (given) => ({ ...given, format: 'json' }),
      keeper: null,
      toTerminal: false,
      hasErrors: () => false,
    },
    async ({ file, answer }) => {
      counts[answer.ok ? 'written' : 'failed'] += 1;
      if (!answer.ok) sayUnreadable(file, answer.message, command.lang);
      else if (answer.bytes !== null) await handOver.give(await carriedIn(answer.bytes, 'report.json'));
    },
  );
}

/** `nianbao export` of many reports into one: a campaign in one workbook, or tables in Parquet. */
export async function gather(command: GatherCommand, output: Output): Promise<number> {
  const { lang, out, format } = command;
  const handOver = new HandOver<CarriedReport>();
  const counts: Counts = { written: 0, failed: 0 };
  const writing = gatherers[format](handOver, atStart(out));
  try {
    const end = await handOverAll(command, handOver, counts);
    await handOver.end();
    await writing;
    if (end.stoppedBy !== null) {
      sayStopped(end, null, lang);
      return end.stoppedBy;
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    sayNotWritten(out, error, lang);
    return exitCodes.unreadable;
  }
  await output.write(`${fill(runWords.gathered[lang], { ...counts, out })}\n`);
  return counts.failed > 0 ? exitCodes.unreadable : exitCodes.clean;
}
