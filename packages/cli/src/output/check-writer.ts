import type { CheckStage } from '@nianbao/core';
import type { FileChecked } from '../tasks/check-file.ts';
import type { CheckFormat } from './check-format.ts';
import type { Piece, RefusedFile, Style } from './checked-file.ts';
import type { Output } from './output.ts';
import { openSpool } from './target.ts';
import { Totals } from './totals.ts';

export interface CheckWriterOptions {
  readonly format: CheckFormat;
  readonly style: Style;
  readonly stage: CheckStage;
  /** Most findings that are shown of all files together; null for all. */
  readonly mostInAll: number | null;
}

/** Writes the outcome of a check file by file, and keeps its sums. */
export interface CheckWriter {
  readonly totals: Totals;
  add(checked: FileChecked): Promise<void>;
  refuse(refused: RefusedFile): Promise<void>;
  /** Writes what stands at the end, and before that what had to wait for the sums. */
  finish(): Promise<void>;
  /** Leaves nothing behind of what waits. */
  close(): Promise<void>;
}

/** Opens the writer of a format. Call `close` at the end, however it comes. */
export async function openCheckWriter(output: Output, options: CheckWriterOptions): Promise<CheckWriter> {
  const { format, style, stage, mostInAll } = options;
  const totals = new Totals();
  const facts = { lang: style.lang, stage, totals };
  const spool = format.needsTotals ? await openSpool(output.colour) : null;
  const body = spool?.output ?? output;
  let shown = 0;
  let listed = false;
  if (spool === null) await output.write(format.head(facts));

  /** `found` is how many findings the file has; null where it could not be read, which is always told. */
  const write = async (piece: Piece, found: number | null) => {
    const items =
      mostInAll === null || found === null ? piece.items : piece.items.slice(0, Math.max(0, mostInAll - shown));
    const left = format.showsFindings && found !== null ? found - items.length : 0;
    const start = format.listRunsOn && listed && items.length > 0 ? format.separator : '';
    listed ||= items.length > 0;
    if (found !== null) shown += items.length;
    totals.leftOut += left;
    const told = left > 0 ? format.leftOut(left, style) : '';
    await body.write(`${piece.before}${start}${items.join(format.separator)}${piece.close}${told}${piece.after}`);
  };
  return {
    totals,
    async add(checked) {
      totals.add(checked);
      const { error, warning, notice } = checked.counts;
      await write(checked.piece, error + warning + notice);
    },
    async refuse(refused) {
      totals.addRefused();
      await write(format.refusal(refused, style), null);
    },
    async finish() {
      if (spool !== null) {
        await output.write(format.head(facts));
        await spool.pour(output);
      }
      await output.write(format.foot(facts));
    },
    close: async () => spool?.remove(),
  };
}
