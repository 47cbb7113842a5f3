import type { Block, Report } from '@nianbao/core';
import { reportSchema } from '@nianbao/core';
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

/** Reads a report in its own JSON form, alone or under `report`. */
export function readJson(text: string): ReadResult {
  const data = parse(text.replace(/^\ufeff/, ''));
  if (data === undefined) return readFailure('INVALID_JSON', 'JSON.parse');
  const inner = typeof data === 'object' && data !== null && 'report' in data ? data.report : data;
  const parsed = reportSchema.safeParse(inner);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return readFailure('INVALID_JSON', issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
  }
  return readReportData(parsed.data);
}

/** A report whose figures are certain, as it comes from its own data form. */
function readReportData(report: Report): ReadResult {
  return {
    ok: true,
    report,
    figures: new Map(),
    blanks: new Map(),
    findings: [],
    localRows: [],
    pairs: [],
    parts: [],
    blockLines: {
      title: 1,
      preface: placesOf(report.preface),
      sections: report.sections.map((section) => ({ heading: 1, blocks: placesOf(section.blocks) })),
    },
    missing: [],
  };
}
