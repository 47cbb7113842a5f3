import type { SourceCell } from '../source/source.ts';
import { findDate } from './dates.ts';

/** What a site says of the report beside its text. */
export interface FurnitureFacts {
  readonly publishedOn: string | null;
  readonly writtenOn: string | null;
  /** The organ that published the page, by a field of that name. */
  readonly publisher: string | null;
  /** Where the page took the text from: often the organ, often a web site. */
  readonly origin: string | null;
  readonly indexNumber: string | null;
}

export const noFacts: FurnitureFacts = {
  publishedOn: null,
  writtenOn: null,
  publisher: null,
  origin: null,
  indexNumber: null,
};

/** The first statement of each kind counts. */
export const mergeFacts = (facts: FurnitureFacts, more: FurnitureFacts): FurnitureFacts => ({
  publishedOn: facts.publishedOn ?? more.publishedOn,
  writtenOn: facts.writtenOn ?? more.writtenOn,
  publisher: facts.publisher ?? more.publisher,
  origin: facts.origin ?? more.origin,
  indexNumber: facts.indexNumber ?? more.indexNumber,
});

/** The labels of each field in use on sites; those of `null` tell nothing of the report but end the value before them. */
const labels: readonly (readonly [field: keyof FurnitureFacts | null, names: string])[] = [
  ['indexNumber', '索引号/文号 索引号 索取号 信息索引号 信息索引'],
  ['publisher', '发布机构 发布机关 发文机关 发文机构 公开机构 发布单位 发布部门 公开主体 责任部门'],
  ['origin', '信息来源 文章来源 稿件来源 来源 录入 供稿单位'],
  ['publishedOn', '发布日期 发布时间 发文日期 公开日期 公开时间 发表时间 公布日期 更新时间 日期 时间'],
  ['writtenOn', '成文日期 成文时间 生成日期 生成时间 制发日期 形成日期'],
  [null, '主题分类 主题词 信息分类 公文种类 体裁分类 体裁 服务对象 发文字号 文件编号 文号 信息名称 文件名称 名称 标题'],
  [null, '有效性 效力状态 公开方式 公开范围 公开时限 公开形式 关键词 关键字 作者 责任编辑 编辑 责编 审核'],
  [
    null,
    '点击数 点击量 点击率 点击 浏览次数 浏览量 浏览 访问量 访问次数 阅读次数 阅读量 字体 字号 打印 分享 生效日期 失效日期 废止日期',
  ],
];

const fieldOf = new Map(labels.flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)));
const longestName = Math.max(...[...fieldOf.keys()].map((name) => name.length));
const passedOver = /[\s】\]]/;
const longestLine = 400;

/** The label that a text ends with, letters spaced or not, bracketed or not: its name and where it begins. The longest counts. */
function labelAtEnd(text: string): { readonly name: string; readonly from: number } | null {
  let found: { readonly name: string; readonly from: number } | null = null;
  let name = '';
  for (let from = text.length - 1; from >= 0 && name.length < longestName; from -= 1) {
    const letter = text.charAt(from);
    if (passedOver.test(letter)) continue;
    name = letter + name;
    if (fieldOf.has(name)) found = { name, from };
  }
  return found;
}

interface FoundLabel {
  readonly field: keyof FurnitureFacts | null;
  readonly from: number;
  /** Where the value begins. */
  readonly to: number;
}

/** The labels in a line, each with a colon behind it. */
function labelsIn(line: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  let last = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] !== ':' && line[at] !== '：') continue;
    const label = labelAtEnd(line.slice(last, at));
    if (label === null) continue;
    found.push({ field: fieldOf.get(label.name) ?? null, from: last + label.from, to: at + 1 });
    last = at + 1;
  }
  return found;
}

const nameIn = (value: string): string | null =>
  /^[^\s:：|｜]{2,40}?(?=\s|$|[|｜]|作者|发布|点击|浏览|字体|日期|时间|录入|访问)/.exec(value)?.[0] ?? null;

/** An index number has a digit, and brackets or Chinese characters only inside. */
function indexNumberIn(value: string): string | null {
  const found = /^[\w\u4e00-\u9fff][\w\-—/.·〔〕[\]（）()\u4e00-\u9fff]{2,98}[\w\u4e00-\u9fff）)\]〕]/.exec(value)?.[0];
  return found !== undefined && /\d/.test(found) ? found : null;
}

function readField(field: keyof FurnitureFacts, value: string): FurnitureFacts {
  switch (field) {
    case 'publishedOn':
    case 'writtenOn':
      return { ...noFacts, [field]: findDate(value.slice(0, 24)) };
    case 'publisher':
    case 'origin':
      return { ...noFacts, [field]: nameIn(value) };
    case 'indexNumber':
      return { ...noFacts, indexNumber: indexNumberIn(value) };
  }
}

/** Reads a line such as “索引号：… 发布机构：… 成文日期：…”; each value ends where the next label begins. */
export function readFields(line: string): FurnitureFacts {
  if (line.length > longestLine) return noFacts;
  const found = labelsIn(line);
  return found.reduce((facts, { field, to }, at) => {
    if (field === null) return facts;
    return mergeFacts(facts, readField(field, line.slice(to, found[at + 1]?.from).trim()));
  }, noFacts);
}

/** Whether a text is the label of a field and nothing else. */
export function isFieldLabel(text: string): boolean {
  return text.length <= 20 && fieldOf.has(text.replace(/^[【[]|[】\]]?\s*[:：]?$|\s/g, ''));
}

/** How many fields a row of cells states, as a label beside its value or both in one cell, and what they say. */
export function readFieldRow(cells: readonly SourceCell[]): { readonly count: number; readonly facts: FurnitureFacts } {
  let facts = noFacts;
  let count = 0;
  for (const [at, { text }] of cells.entries()) {
    const value = cells[at + 1]?.text ?? '';
    if (isFieldLabel(text)) {
      count += 1;
      if (isFieldLabel(value)) continue;
      facts = mergeFacts(facts, readFields(`${text.replace(/[:：\s】\]]+$/, '').replace(/^[【[\s]+/, '')}：${value}`));
    } else if (labelsIn(text)[0]?.from === 0) {
      count += 1;
      facts = mergeFacts(facts, readFields(text));
    }
  }
  return { count, facts };
}

/** What a table of such fields says, as pages have above their text; null for a table of anything else. */
export function readFieldTable(rows: readonly (readonly SourceCell[])[]): FurnitureFacts | null {
  const read = rows.map(readFieldRow);
  const count = read.reduce((sum, row) => sum + row.count, 0);
  if (count < 2 || read.filter((row) => row.count > 0).length * 2 < rows.length) return null;
  return read.reduce((facts, row) => mergeFacts(facts, row.facts), noFacts);
}
