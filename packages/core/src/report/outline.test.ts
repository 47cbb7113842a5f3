import { describe, expect, it } from 'vitest';
import { format2021 } from '../formats/format-2021.ts';
import { reportOutline } from './outline.ts';
import { emptyReport } from './report.ts';

const report = emptyReport('云溪县林业局', 2024, format2021);
const shown = (sections: typeof report.sections) =>
  reportOutline({ ...report, sections }).map(({ heading, table }) => [heading, table?.id ?? null]);

describe('reportOutline', () => {
  it('puts each statutory table into its own section', () => {
    expect(shown(report.sections)).toEqual([
      ['一、总体情况', null],
      ['二、主动公开政府信息情况', 't2'],
      ['三、收到和处理政府信息公开申请情况', 't3'],
      ['四、政府信息公开行政复议、行政诉讼情况', 't4'],
      ['五、存在的主要问题及改进情况', null],
      ['六、其他需要报告的事项', null],
    ]);
  });

  it('shows tables whose section is missing at the end', () => {
    const sections = report.sections.filter(({ id }) => id !== 'applications');
    expect(shown(sections).at(-1)).toEqual(['收到和处理政府信息公开申请情况', 't3']);
  });

  it('shows a table once where a section comes twice', () => {
    const twice = [...report.sections, ...report.sections];
    expect(shown(twice).filter(([, table]) => table === 't2')).toHaveLength(1);
  });

  it('has no tables for a report from before the official formats', () => {
    const parts = reportOutline({ ...report, format: null });
    expect(parts.map(({ table }) => table)).toEqual(parts.map(() => null));
  });
});
