import type { Finding, Report } from '@nianbao/core';
import { blockText, formatOf } from '@nianbao/core';
import { sourceOfFinding } from '@nianbao/documents';
import { describeFinding } from '../kind-of-finding.ts';
import type { CheckedFile, Piece } from './checked-file.ts';

/** Every cell of the report's format; null where there is no number, whatever stands there instead. */
function cellsOf(report: Report): Record<string, number | null> {
  const cells: Record<string, number | null> = {};
  for (const { key } of formatOf(report)?.cells ?? []) {
    const value = report.facts[key];
    cells[key] = typeof value === 'number' ? value : null;
  }
  return cells;
}

function findingData({ read }: CheckedFile, finding: Finding) {
  const zh = describeFinding(finding, 'zh');
  const en = describeFinding(finding, 'en');
  return {
    rule: finding.rule,
    severity: finding.severity,
    cells: finding.cells,
    expected: finding.expected,
    actual: finding.actual,
    message: zh.message,
    place: finding.place,
    source: sourceOfFinding(read, finding),
    instance: finding.instance,
    difference: finding.difference,
    instruction: zh.instruction,
    messageEn: en.message,
    instructionEn: en.instruction,
    repair: finding.repair,
  };
}

/** One file's report and findings as one line of JSON. */
export function jsonLine(checked: CheckedFile, shown: readonly Finding[]): Piece {
  const { report } = checked.read;
  const { notAssessed, ruleSetVersion } = checked.result;
  const file = JSON.stringify(checked.file);
  const content = JSON.stringify({
    agency: report.agency,
    year: report.year,
    format: report.format,
    title: report.title,
    publishedOn: report.publishedOn,
    writtenOn: report.writtenOn,
    indexNumber: report.indexNumber,
    cells: cellsOf(report),
    pairs: checked.read.pairs,
    sections: report.sections.map(({ id, title, blocks }) => ({ id, title, text: blocks.map(blockText).join('\n') })),
  });
  return {
    before: `{"file":${file},"report":${content},"findings":[`,
    items: shown.map((finding) => JSON.stringify(findingData(checked, finding))),
    close: ']',
    after: `,${JSON.stringify({ notAssessed, ruleSetVersion }).slice(1)}\n`,
  };
}
