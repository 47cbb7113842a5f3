import type { Block, Report } from '@nianbao/core';
import { reportSchema } from '@nianbao/core';
import { findInside } from '../carried/carried-report.ts';
import type { CopyState } from '../carried/copy-state.ts';
import { copyFindings } from '../carried/copy-state.ts';
import type { BlockSource } from '../interpret/blocks.ts';
import type { ReadResult } from '../read-result.ts';
import { readFailure } from '../read-result.ts';

const start: BlockSource = { line: 1, column: 1, breaks: [] };
const placesOf = (blocks: readonly Block[]): BlockSource[] => blocks.map(() => start);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a file with a digest beside its report is; one without was never said to be a copy of anything. */
function copyOf(data: object): CopyState {
  if (!('nianbao' in data)) return { kind: 'none' };
  const members = Object.entries(data).filter(([name]) => name !== '$schema');
  const found = findInside(JSON.stringify(Object.fromEntries(members)));
  return found.kind === 'sound'
    ? { kind: 'unaltered', carried: found.carried }
    : { kind: 'broken', reason: found.kind };
}

/** Reads a report in its own JSON form: as it is written to files with its digest, alone, or under `report`. */
export function readJson(text: string): ReadResult {
  const data = parse(text.replace(/^\ufeff/, ''));
  if (typeof data !== 'object' || data === null) return readFailure('INVALID_JSON', 'JSON.parse');
  const inner = 'report' in data ? data.report : data;
  const parsed = reportSchema.safeParse(inner);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return readFailure('INVALID_JSON', issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
  }
  return readReportData(parsed.data, copyOf(data));
}

/** A report whose figures are certain, as it comes from its own data form. */
function readReportData(report: Report, copy: CopyState): ReadResult {
  return {
    ok: true,
    report,
    figures: new Map(),
    blanks: new Map(),
    findings: copyFindings(copy),
    localRows: [],
    pairs: [],
    parts: [],
    lines: [],
    copy,
    blockLines: {
      title: 1,
      preface: placesOf(report.preface),
      sections: report.sections.map((section) => ({ heading: 1, blocks: placesOf(section.blocks) })),
    },
    missing: [],
  };
}
