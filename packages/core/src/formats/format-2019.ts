import type { BandColumn } from './format.ts';
import { defineFormat } from './format.ts';
import { applicationsTable, disputesTable, otherHandlingAsOneRow, sections } from './shared-tables.ts';

const documents: readonly BandColumn[] = [
  { key: 'made', label: '本年新制作数量', unit: '件', kind: 'count' },
  { key: 'disclosed', label: '本年新公开数量', unit: '件', kind: 'count' },
  { key: 'totalDisclosed', label: '对外公开总数量', unit: '件', kind: 'count' },
];
const items: readonly BandColumn[] = [
  { key: 'priorYearItems', label: '上一年项目数量', unit: '项', kind: 'count' },
  { key: 'change', label: '本年增/减', unit: '项', kind: 'change' },
];
const itemsAndDecisions: readonly BandColumn[] = [
  ...items,
  { key: 'decisions', label: '处理决定数量', unit: '件', kind: 'count' },
];

/** The format of report years 2019 and 2020: 198 cells (国办公开办函〔2019〕60号). */
export const format2019 = defineFormat({
  id: '2019',
  basis: '国办公开办函〔2019〕60号',
  reportYears: { from: 2019, to: 2020 },
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
          columns: documents,
          rows: [
            { key: 'regulations', label: '规章' },
            { key: 'normativeDocuments', label: '规范性文件' },
          ],
        },
        {
          article: '第二十条第（五）项',
          columns: itemsAndDecisions,
          rows: [
            { key: 'licences', label: '行政许可' },
            { key: 'otherServices', label: '其他对外管理服务事项' },
          ],
        },
        {
          article: '第二十条第（六）项',
          columns: itemsAndDecisions,
          rows: [
            { key: 'penalties', label: '行政处罚' },
            { key: 'coercions', label: '行政强制' },
          ],
        },
        {
          article: '第二十条第（八）项',
          columns: items,
          rows: [{ key: 'fees', label: '行政事业性收费' }],
        },
        {
          article: '第二十条第（九）项',
          columns: [
            { key: 'items', label: '采购项目数量', unit: '项', kind: 'count' },
            { key: 'amount', label: '采购总金额', unit: null, kind: 'money' },
          ],
          rows: [{ key: 'procurement', label: '政府集中采购' }],
        },
      ],
    },
    applicationsTable(otherHandlingAsOneRow),
    disputesTable,
  ],
});
