import { readFileSync, writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { reportSchema } from '@nianbao/core';
import { checkReading } from '../check-reading.ts';
import { readReport } from '../read-report.ts';
import type { ReadResult } from '../read-result.ts';
import { readErrors } from '../read-result.ts';
import type { GivenFile } from '../readers.ts';
import { sourceOfFinding } from '../source-of-finding.ts';

/** What came of reading one file. */
export interface Reading {
  /** “read”, or the code of the reason why not. */
  readonly outcome: string;
  /** What no file may ever cause, such as an error that was thrown; null where all is well. */
  readonly fault: string | null;
  readonly milliseconds: number;
  /** The most memory that the process held meanwhile, in MB; null where the system does not tell. */
  readonly peakMb: number | null;
}

/** Has the system forget the most memory that this process ever held. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Only Linux tells of it.
  }
}

function peakMb(): number | null {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** What is wrong with an answer, whatever the file; null for one that its callers can rely on. */
function faultIn(answer: ReadResult): string | null {
  if (!answer.ok) return answer.error.code in readErrors ? null : `no such code: ${answer.error.code}`;
  const report = reportSchema.safeParse(answer.report);
  if (!report.success) return `no report: ${JSON.stringify(report.error.issues.slice(0, 2))}`;
  const { findings } = checkReading(answer);
  for (const finding of findings) sourceOfFinding(answer, finding);
  serialize(answer);
  return null;
}

/** Reads a file in this process as every door of the product does, checks what was read, and watches over it. */
export async function readMutated({ bytes, fileName }: GivenFile): Promise<Reading> {
  forgetPeak();
  const started = performance.now();
  const answered = await readReport(bytes, { fileName, showLines: true }).then(
    (answer): Pick<Reading, 'outcome' | 'fault'> => {
      const outcome = answer.ok ? 'read' : answer.error.code;
      try {
        return { outcome, fault: faultIn(answer) };
      } catch (error) {
        return { outcome, fault: described(error) };
      }
    },
    (error: unknown) => ({ outcome: 'thrown', fault: described(error) }),
  );
  return { ...answered, milliseconds: performance.now() - started, peakMb: peakMb() };
}

const described = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
