import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { residentMb } from '@nianbao/documents/bounded';
import type { Measurement } from './measure.ts';
import { threeDigits } from './measure.ts';

const documents = 10_000;
const first = 1000;
const target = 1.3;

const page = readFileSync(
  fileURLToPath(import.meta.resolve('@nianbao/documents/examples/yunxi-agriculture-2024.html')),
  'utf8',
);
const program = join(import.meta.dirname, '../../packages/cli/src/main.ts');

/** Every fifth is a whole page with its tables, the others are a few paragraphs; no two are the same. */
function documentAt(at: number): string {
  const agency = `云溪县第${at}街道办事处`;
  if (at % 5 === 0) return page.replaceAll('云溪县农业农村局', agency);
  return `${agency}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息${at}条。\n\n五、存在的主要问题\n\n解读偏少。\n`;
}

interface Peaks {
  readonly atFirst: number;
  readonly inAll: number;
}

/** Memory of a process and of those that it started, in MB. */
function memoryOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const pids = [
    pid,
    ...children
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  ];
  return pids.reduce((sum, one) => sum + (residentMb(one) ?? 0), 0);
}

/** Checks the files of a folder in two processes, and watches what they and their parent hold together, in MB. */
async function peaks(folder: string): Promise<Peaks> {
  const args = ['check', '--json', '--jobs', '2', folder];
  // As `npm run nianbao` starts it.
  const run = spawn(process.execPath, ['--max-semi-space-size=16', program, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let [done, atFirst, inAll] = [0, 0, 0];
  for await (const line of createInterface({ input: run.stdout })) {
    if (line !== '') done += 1;
    if (done % 10 !== 0) continue;
    inAll = Math.max(inAll, memoryOf(run.pid ?? process.pid));
    if (done <= first) atFirst = inAll;
  }
  if (done !== documents) throw new Error(`${done} of ${documents} documents were checked`);
  return { atFirst, inAll };
}

/** Memory of a run of the command line over ten thousand files, against that over the first thousand. */
export const flatMemory = {
  async measure(): Promise<Measurement> {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
    try {
      for (let at = 0; at < documents; at += 1) {
        writeFileSync(join(folder, `${String(at).padStart(5, '0')}.html`), documentAt(at));
      }
      const { atFirst, inAll } = await peaks(folder);
      const ratio = inAll / atFirst;
      return {
        name: 'peak memory over 10,000 files checked in two processes',
        unit: 'MB',
        value: threeDigits(inAll),
        baseline: threeDigits(atFirst),
        baselineName: 'peak memory over the first 1,000 of them',
        ratio: threeDigits(ratio),
        target,
        ok: ratio <= target,
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
