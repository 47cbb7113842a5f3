import type { Text } from '../findings/message.ts';
import { fillTemplate } from '../findings/message.ts';
import type { AgencyColumn } from './columns.ts';
import { agencyColumns } from './columns.ts';

interface IssueText {
  readonly message: Text;
  /** What the person does next. */
  readonly next: Text;
}

const row = (...[zh, en, nextZh, nextEn]: readonly [string, string, string, string]): IssueText => ({
  message: { zh, en },
  next: { zh: nextZh, en: nextEn },
});

/** Everything that can be wrong with a table of agencies, by stable code. */
export const tableIssueTexts = {
  'column-missing': row(
    '缺少“{head}”一列。',
    'The column “{head}” is missing.',
    '请用下载的模板，不要删改表头。',
    'Use the template, and leave its heads as they are.',
  ),
  'column-repeated': row(
    '“{head}”列出现了两次。',
    'The column “{head}” is there twice.',
    '请只保留一列。',
    'Keep one of them.',
  ),
  'table-empty': row(
    '表中没有单位。',
    'There are no agencies in the table.',
    '请在表头下面逐行填写。',
    'Write them below the heads, one a row.',
  ),
  'table-too-long': row(
    '共{count}行，超过{most}行。',
    'There are {count} rows, more than {most}.',
    '请分几个文件导入。',
    'Import it as several files.',
  ),
  'name-missing': row('没有单位名称。', 'The name is missing.', '请填写规范全称。', 'Enter the official name.'),
  'name-wrong': row(
    '单位名称过长或含有不能保存的字符。',
    'The name is too long, or has characters that cannot be stored.',
    '请改为200字以内的规范全称。',
    'Use the official name, within 200 characters.',
  ),
  'name-repeated': row(
    '同一上级之下有两个“{value}”。',
    'Two bodies under the same parent are called “{value}”.',
    '请删去重复的一行，或者写全称加以区别。',
    'Take the repeated row out, or use full names.',
  ),
  'id-unknown': row(
    '没有编号为{value}的单位。',
    'There is no agency with the id {value}.',
    '新增单位请把编号留空；原有单位请用导出的编号。',
    'Leave the id of a new agency blank; for one that is there, use the id as exported.',
  ),
  'row-repeated': row(
    '与第{other}行是同一个单位。',
    'This is the same agency as row {other}.',
    '请只保留一行。',
    'Keep one of the rows.',
  ),
  'credit-code-wrong': row(
    '“{value}”不是有效的统一社会信用代码（校验码不符）。',
    '“{value}” is no unified social credit code: its check character does not fit.',
    '请核对代码；用表格软件打开时，请把该列设为文本，避免末尾数字丢失。',
    'Check the code. In a spreadsheet, format the column as text, or digits get lost.',
  ),
  'credit-code-repeated': row(
    '统一社会信用代码与第{other}行或者名册中的其他单位相同。',
    'Another row or agency (row {other}) has the same credit code.',
    '请核对代码。',
    'Check the code.',
  ),
  'credit-code-taken': row(
    '统一社会信用代码已登记在其他单位。',
    'The credit code is recorded for another agency.',
    '请核对代码。',
    'Check the code.',
  ),
  'region-code-wrong': row(
    '“{value}”不是行政区划代码。',
    '“{value}” is no code of a region.',
    '请按GB/T 2260填写6位代码，乡镇街道可用9位。',
    'Use the six digits of GB/T 2260, or nine for a township.',
  ),
  'kind-unknown': row(
    '没有“{value}”这一类别。',
    'There is no kind “{value}”.',
    '请填：{choices}。',
    'Use one of: {choices}.',
  ),
  'level-unknown': row(
    '没有“{value}”这一层级。',
    'There is no level “{value}”.',
    '请填：{choices}。',
    'Use one of: {choices}.',
  ),
  'not-yes-or-no': row(
    '“{value}”不是“是”或“否”。',
    '“{value}” is neither 是 (yes) nor 否 (no).',
    '请填“是”或“否”，不掌握的留空。',
    'Enter 是 or 否; leave it blank where it is not known.',
  ),
  'powers-incomplete': row(
    '三项职权只填了一部分。',
    'Only some of the three powers are filled in.',
    '请一并填写，或者一并留空。',
    'Fill in all three, or leave all blank.',
  ),
  'position-wrong': row(
    '“{value}”不是0以上的整数。',
    '“{value}” is no whole number of 0 or more.',
    '请填整数，或者留空。',
    'Enter a whole number, or leave it blank.',
  ),
  'parent-missing': row(
    '没有上级单位。',
    'The parent is missing.',
    '请填写上级单位的名称。',
    'Enter the name of the body above it.',
  ),
  'parent-unknown': row(
    '没有找到上级单位“{value}”。',
    'There is no “{value}” that it could stand under.',
    '请核对名称；上级单位也是新增的，请一并列在表中。',
    'Check the name; if the parent is new as well, list it in the table.',
  ),
  'parent-ambiguous': row(
    '有几个单位都叫“{value}”。',
    'Several agencies are called “{value}”.',
    '请改填上级单位的统一社会信用代码或者编号。',
    'Use the credit code or the id of the parent instead.',
  ),
  'root-not-moved': row(
    '名册的最上级单位不能移动。',
    'The body at the top of the table cannot be moved.',
    '请把它的上级单位留空。',
    'Leave its parent blank.',
  ),
  cycle: row(
    '上级单位绕成了一圈：{names}。',
    'The parents go round in a circle: {names}.',
    '请改正其中一个单位的上级单位。',
    'Correct the parent of one of them.',
  ),
} as const satisfies Readonly<Record<string, IssueText>>;

export type TableIssueCode = keyof typeof tableIssueTexts;

/** What is wrong in a table of agencies, and where: `row` as a spreadsheet counts it, from 1; null for the whole table. */
export interface TableIssue {
  readonly row: number | null;
  readonly column: AgencyColumn | null;
  readonly code: TableIssueCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The sentences of an issue in both languages, and the head of its column. */
export function tableIssueText({ column, code, values }: TableIssue) {
  const { message, next } = tableIssueTexts[code];
  const filled = ({ zh, en }: Text): Text => ({ zh: fillTemplate(zh, values), en: fillTemplate(en, values) });
  return { head: column === null ? null : agencyColumns[column].head, message: filled(message), next: filled(next) };
}
