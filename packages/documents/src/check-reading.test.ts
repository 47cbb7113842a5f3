import { describe, expect, it } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readReport } from './read-report.ts';

async function check(text: string) {
  const read = await readReport(new TextEncoder().encode(text), { fileName: 'report.txt' });
  if (!read.ok) throw new Error(read.error.code);
  return checkReading(read).findings;
}

const head =
  '云溪县青岚镇2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容|本年制发件数|本年废止件数|现行有效件数\n';

describe('checkReading', () => {
  it('does not call cells blank that the file does not have', async () => {
    const rules = (await check(`${head}规章|0|0|0`)).map((finding) => finding.rule);
    expect(rules).toContain('READ-ROWS-MISSING');
    expect(rules).not.toContain('CELL-BLANK');
  });

  it('calls the blank cells of rows that it has blank, and only those', async () => {
    const blank = (await check(`${head}规章|0| |0`)).find((finding) => finding.rule === 'CELL-BLANK');
    expect(blank?.cells).toEqual(['t2.regulations.repealed']);
    expect(blank?.values.count).toBe(1);
  });

  it('tells once of a cell that is no count', async () => {
    const findings = (await check(`${head}规章|0|见附件|0`)).filter((finding) =>
      finding.cells.some((cell) => cell === 't2.regulations.repealed'),
    );
    expect(findings.map((finding) => finding.rule)).toEqual(['CELL-NOT-A-COUNT']);
  });

  it('calls neither cells nor section empty whose figures came in no certain order', async () => {
    const findings = await check(
      [
        '云溪县青岚镇2023年政府信息公开工作年度报告',
        '四、政府信息公开行政复议、行政诉讼情况',
        '行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计',
        '1\n0\n0\n0\n行政诉讼\n复议后起诉\n1\n0',
      ].join('\n\n'),
    );
    const rules = findings.map((finding) => finding.rule);
    expect(rules).toContain('READ-TABLE-ORDER');
    expect(rules).not.toContain('CELL-BLANK');
    expect(findings.find(({ rule }) => rule === 'SECTIONS-MISSING')?.values.complaint).not.toContain('没有内容');
  });

  it('calls cells blank no more whose digits it could not divide', async () => {
    const findings = await check(`${head}规章0120`);
    expect(findings.filter((finding) => finding.cells.some((cell) => cell.startsWith('t2.regulations')))).toEqual([
      expect.objectContaining({ rule: 'READ-CELLS-TOGETHER' }),
    ]);
  });
});
