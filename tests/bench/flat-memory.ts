import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentPool } from '@nianbao/documents/bounded';
import { openDocumentPool, residentMb } from '@nianbao/documents/bounded';
import type { Measurement } from './measure.ts';
import { threeDigits } from './measure.ts';

const documents = 10_000;
const first = 1000;
const target = 1.3;
const name = 'peak memory over 10,000 documents read in two processes';

const page = readFileSync(
  fileURLToPath(import.meta.resolve('@nianbao/documents/examples/yunxi-agriculture-2024.html')),
  'utf8',
);

/** Every fifth is a whole page with its tables, the others are a few paragraphs; no two are the same. */
function documentAt(at: number): Uint8Array {
  const agency = `云溪县第${at}街道办事处`;
  const short = `${agency}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息${at}条。\n\n五、存在的主要问题\n\n解读偏少。\n`;
  return new TextEncoder().encode(at % 5 === 0 ? page.replaceAll('云溪县农业农村局', agency) : short);
}

const memoryOf = (pool: DocumentPool): number =>
  [process.pid, ...pool.pids()].reduce((sum, pid) => sum + (residentMb(pid) ?? 0), 0);

async function peaks(pool: DocumentPool): Promise<{ readonly atFirst: number; readonly inAll: number }> {
  let [next, done, atFirst, inAll] = [0, 0, 0, 0];
  const work = async () => {
    while (next < documents) {
      next += 1;
      const read = await pool.read({ from: documentAt(next), fileName: 'report' });
      if (!read.ok) throw new Error(`document ${next}: ${read.error.code}`);
      done += 1;
      if (done % 20 !== 0) continue;
      inAll = Math.max(inAll, memoryOf(pool));
      if (done <= first) atFirst = inAll;
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return { atFirst, inAll };
}

/** Memory of this process and the readers together over ten thousand documents, against that over the first thousand. */
export const flatMemory = {
  name,
  async measure(): Promise<Measurement> {
    const pool = openDocumentPool({ processes: 2 });
    try {
      const { atFirst, inAll } = await peaks(pool);
      const ratio = inAll / atFirst;
      return {
        name,
        unit: 'MB',
        value: threeDigits(inAll),
        baseline: threeDigits(atFirst),
        baselineName: 'peak memory over the first 1,000 of them',
        ratio: threeDigits(ratio),
        target,
        ok: ratio <= target,
      };
    } finally {
      await pool.close();
    }
  },
};
