import type { Format } from '../formats/format.ts';
import { keysAt } from '../formats/keys-at.ts';
import { bandRowLabel } from '../formats/place-labels.ts';
import type { LinearRelation, LinearRule } from './rule.ts';

interface DocumentColumns {
  readonly left: readonly string[];
  readonly comparison: LinearRelation['comparison'];
  readonly right: readonly string[];
}

/** The same comparison for 规章 and for 规范性文件; none in a format that lacks the columns. */
function forEachKindOfDocument(format: Format, { left, comparison, right }: DocumentColumns): LinearRelation[] {
  return ['regulations', 'normativeDocuments'].flatMap((row) => {
    const relation = {
      instance: row,
      left: keysAt(format, { table: 't2', rows: [row], columns: left }),
      comparison,
      right: keysAt(format, { table: 't2', rows: [row], columns: right }),
      values: { row: bandRowLabel(format.tables[0], row) },
    };
    return relation.left.length === left.length && relation.right.length === right.length ? [relation] : [];
  });
}

/** Rules 9 and 11: documents made, made public and in force within one year. */
export const disclosureDocuments: readonly LinearRule[] = [
  {
    kind: 'linear',
    id: 'T2-DISCLOSED-OVER-MADE',
    number: 9,
    severity: 'warning',
    regradable: true,
    basis: '2019年格式表二“本年新制作数量”“本年新公开数量”的含义（国办公开办函〔2019〕60号）',
    needs: [],
    title: { zh: '新公开数量大于新制作数量', en: 'More documents newly disclosed than newly made' },
    message: {
      zh: '“{row}”：本年新公开数量＝{left}，大于本年新制作数量＝{right}。',
      en: '“{row}”: newly disclosed = {left}, more than newly made = {right}.',
    },
    instruction: {
      zh: '请核对两个数；如本年公开了往年制作的文件，请在情况说明中写明。',
      en: 'Check both figures; if documents of earlier years were made public this year, say so in the explanation.',
    },
    relations: (format) => forEachKindOfDocument(format, { left: ['disclosed'], comparison: '<=', right: ['made'] }),
  },
  {
    kind: 'linear',
    id: 'T2-TOTAL-UNDER-DISCLOSED',
    number: 9,
    severity: 'error',
    regradable: true,
    basis: '2019年格式表二“对外公开总数量”包括本年新公开的数量（国办公开办函〔2019〕60号）',
    needs: [],
    title: { zh: '对外公开总数量小于本年新公开数量', en: 'All disclosed documents fewer than those newly disclosed' },
    message: {
      zh: '“{row}”：对外公开总数量＝{left}，小于本年新公开数量＝{right}。',
      en: '“{row}”: all disclosed = {left}, fewer than newly disclosed = {right}.',
    },
    instruction: {
      zh: '对外公开总数量应包括本年新公开的数量，请核对两个数。',
      en: 'The total includes what was newly disclosed this year; check both figures.',
    },
    relations: (format) =>
      forEachKindOfDocument(format, { left: ['totalDisclosed'], comparison: '>=', right: ['disclosed'] }),
  },
  {
    kind: 'linear',
    id: 'T2-IN-FORCE-UNDER-ISSUED',
    number: 11,
    severity: 'warning',
    regradable: true,
    basis: '2021年格式表二“本年制发”“本年废止”“现行有效”三栏的含义（国办公开办函〔2021〕30号）',
    needs: [],
    title: { zh: '现行有效件数少于本年制发减废止', en: 'Fewer documents in force than issued less repealed' },
    message: {
      zh: '“{row}”：现行有效件数＋本年废止件数＝{left}，小于本年制发件数＝{right}。',
      en: '“{row}”: in force + repealed this year = {left}, fewer than issued this year = {right}.',
    },
    instruction: {
      zh: '请核对三个数；现行有效件数应包括本年制发且年底仍有效的文件。',
      en: 'Check the three figures; documents issued this year and still valid at its end are in force.',
    },
    relations: (format) =>
      forEachKindOfDocument(format, { left: ['inForce', 'repealed'], comparison: '>=', right: ['issued'] }),
  },
];
