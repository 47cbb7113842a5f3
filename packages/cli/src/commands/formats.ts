import { formats } from '@nianbao/core';
import type { ListCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Output } from '../output/output.ts';

/** `nianbao formats`: the prescribed formats, oldest first; as JSON with every cell. */
export async function showFormats({ json, lang }: ListCommand, output: Output): Promise<number> {
  for (const format of formats) {
    const { from, to } = format.reportYears;
    if (json) {
      const { id, basis, reportYears, cells } = format;
      await output.write(`${JSON.stringify({ format: id, basis, reportYears, cells })}\n`);
    } else {
      const years =
        lang === 'zh' ? `${from}${to === null ? '年起' : `—${to}年`}` : `${from}${to === null ? ' on' : `–${to}`}`;
      const cells = lang === 'zh' ? `${format.cells.length} 格` : `${format.cells.length} cells`;
      await output.write(`${format.id}  ${years}  ${cells}  ${format.basis}\n`);
    }
  }
  return exitCodes.clean;
}
