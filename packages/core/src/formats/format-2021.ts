import type { BandColumn } from './format.ts';
import { defineFormat } from './format.ts';
import { applicationsTable, disputesTable, otherHandlingAsThreeRows, sections } from './shared-tables.ts';

const decisions: readonly BandColumn[] = [{ key: 'decisions', label: '本年处理决定数量', unit: '件', kind: 'count' }];

/** The format from report year 2021 on: 200 cells (国办公开办函〔2021〕30号). */
export const format2021 = defineFormat({
  id: '2021',
  basis: '国办公开办函〔2021〕30号',
  reportYears: { from: 2021, to: null },
  sections,
  tables: [
    {
      layout: 'bands',
      id: 't2',
      section: 2,
      title: '主动公开政府信息情况',
      bands: [
        {
          article: '第二十条第（一）项',
          columns: [
            { key: 'issued', label: '本年制发件数', unit: '件', kind: 'count' },
            { key: 'repealed', label: '本年废止件数', unit: '件', kind: 'count' },
            { key: 'inForce', label: '现行有效件数', unit: '件', kind: 'count' },
          ],
          rows: [
            { key: 'regulations', label: '规章' },
            { key: 'normativeDocuments', label: '行政规范性文件' },
          ],
        },
        { article: '第二十条第（五）项', columns: decisions, rows: [{ key: 'licences', label: '行政许可' }] },
        {
          article: '第二十条第（六）项',
          columns: decisions,
          rows: [
            { key: 'penalties', label: '行政处罚' },
            { key: 'coercions', label: '行政强制' },
          ],
        },
        {
          article: '第二十条第（八）项',
          columns: [{ key: 'amount', label: '本年收费金额（单位：万元）', unit: '万元', kind: 'money' }],
          rows: [{ key: 'fees', label: '行政事业性收费' }],
        },
      ],
    },
    applicationsTable(otherHandlingAsThreeRows),
    disputesTable,
  ],
});
