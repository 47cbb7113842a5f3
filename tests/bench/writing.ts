import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentFormatId } from '@nianbao/documents';
import { carry, readReport, writeReport } from '@nianbao/documents';
import { threeDigits } from './measure.ts';

/** How many documents one core writes in a second. There is no other way through the same work to hold it against. */
export interface Rate {
  readonly name: string;
  readonly unit: 'documents/s';
  readonly value: number;
  readonly baseline: null;
  readonly baselineName: null;
  readonly ratio: null;
  readonly target: null;
  readonly ok: true;
}

const fileName = 'qinglan-township-2023.html';
const stretchMs = 1500;
const rounds = 4;

/** Documents a second in the best of some stretches, once everything is loaded. */
async function rate(id: DocumentFormatId): Promise<number> {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@nianbao/documents/examples/${fileName}`)));
  const read = await readReport(bytes, { fileName });
  if (!read.ok) throw new Error(read.error.message.en);
  const carried = carry(read.report, null);
  const written = await readReport(await writeReport(id, carried), { fileName: `report.${id}` });
  if (!written.ok || written.copy.kind !== 'unaltered') throw new Error(`the ${id} was not written in full`);
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    let count = 0;
    let elapsed = 0;
    do {
      await writeReport(id, carried);
      count += 1;
      elapsed = performance.now() - started;
    } while (elapsed < stretchMs);
    best = Math.max(best, (1000 * count) / elapsed);
  }
  return best;
}

export async function measureWriting(id: DocumentFormatId): Promise<Rate> {
  const value = threeDigits(await rate(id));
  const nothing = { baseline: null, baselineName: null, ratio: null, target: null, ok: true } as const;
  return { name: `one report written as ${id.toUpperCase()}`, unit: 'documents/s', value, ...nothing };
}
