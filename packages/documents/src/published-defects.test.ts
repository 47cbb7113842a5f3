import { describe, expect, it } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readReport } from './read-report.ts';
import type { ReadReport } from './read-result.ts';
import { sourceOfFinding } from './source-of-finding.ts';

const title = '云溪县青岚镇2023年政府信息公开工作年度报告';

async function read(...lines: string[]): Promise<ReadReport> {
  const result = await readReport(new TextEncoder().encode(lines.join('\n')), { fileName: 'report.txt' });
  if (!result.ok) throw new Error(result.error.code);
  return result;
}

const found = (result: ReadReport, rule: string) => checkReading(result).findings.find((item) => item.rule === rule);
const rulesOf = (result: ReadReport) => checkReading(result).findings.map((item) => item.rule);
const ids = ({ report }: ReadReport) => report.sections.map(({ id }) => id);

const t2Head = ['第二十条第（一）项', '信息内容|本年制发件数|本年废止件数|现行有效件数'];
const feesHead = (unit: string) => ['第二十条第（八）项', `信息内容|本年收费金额（单位：${unit}）`];

describe('sections as they are published', () => {
  const body = (heading: string, text: string) => [heading, text];
  const official = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ];
  const all = ['overview', 'proactiveDisclosure', 'applications', 'disputes', 'problems', 'otherMatters'];
  const whole = (headings: readonly string[]) =>
    headings.flatMap((heading, at) => body(heading, `这是第${at + 1}段正文，写明有关工作的情况。`));

  it('takes a table of contents for none of them, and keeps the preface below it', async () => {
    const result = await read(title, '目录', ...official, '本报告依据条例编制，向社会公布。', ...whole(official));
    expect(ids(result)).toEqual(all);
    expect(result.report.sections[0]?.blocks).toMatchObject([{ text: '这是第1段正文，写明有关工作的情况。' }]);
    expect(result.report.preface).toMatchObject([{ text: '本报告依据条例编制，向社会公布。' }]);
    expect(rulesOf(result)).not.toContain('READ-SECOND-REPORT');
  });

  it.each([
    ['（一）总体情况', ['（一）', '（二）', '（三）', '（四）', '（五）', '（六）']],
    ['1．总体情况', ['1．', '2．', '3．', '4．', '5．', '6．']],
    ['总体情况', ['', '', '', '', '', '']],
    ['第一部分 总体情况', ['第一部分 ', '第二部分 ', '第三部分 ', '第四部分 ', '第五部分 ', '第六部分 ']],
  ])('knows them by their official titles: %s', async (_, numbers) => {
    const headings = official.map((heading, at) => `${numbers[at]}${heading.slice(2)}`);
    expect(ids(await read(title, ...whole(headings)))).toEqual(all);
  });

  it('keeps the text that runs on behind a short heading', async () => {
    const headings = official.with(5, '六、其他需要报告的事项：本年度没有收取信息处理费。');
    const section = (await read(title, ...whole(headings))).report.sections.at(-1);
    expect(section).toMatchObject({ title: '六、其他需要报告的事项' });
    expect(section?.blocks[0]).toMatchObject({ text: '本年度没有收取信息处理费。' });
  });

  it('tells one of another name by its number, and asks', async () => {
    const result = await read(title, ...whole(official.with(0, '一、工作开展情况').with(5, '六、附则')));
    expect(ids(result)).toEqual(all);
    expect(result.findings.filter(({ rule }) => rule === 'READ-SECTION-TITLE')).toMatchObject([
      { place: { line: 2, quote: '一、工作开展情况' }, values: { official: '总体情况' } },
      { place: { line: 12, quote: '六、附则' } },
    ]);
  });

  it('leaves a numbered line before the first section in the preface', async () => {
    const result = await read(title, '一、编制说明', '本报告由本镇编制，向社会公布。', ...whole(official));
    expect(ids(result)).toEqual(all);
    expect(result.report.preface).toMatchObject([{ text: '一、编制说明' }, { text: '本报告由本镇编制，向社会公布。' }]);
  });

  it('ends at the title of a second report', async () => {
    const second = '云溪县水利局2023年政府信息公开工作年度报告';
    const result = await read(title, ...whole(official), second, '水利局编制本报告。', ...whole(official));
    expect(result.report.sections.at(-1)?.blocks).toHaveLength(1);
    expect(found(result, 'READ-SECOND-REPORT')?.place).toMatchObject({ line: 14, quote: second });
  });
});

describe('figures as they are published', () => {
  it('turns money into 万元 where the head counts in another unit, and says so', async () => {
    const result = await read(title, ...feesHead('元'), '行政事业性收费|251000');
    expect(result.report.facts).toEqual({ 't2.fees.amount': 25.1 });
    expect(found(result, 'READ-HEAD-UNIT')).toMatchObject({ actual: 25.1, values: { unit: '元', due: '万元' } });
  });

  it('says nothing of a head that names the official unit, nor of one that names what the official one leaves open', async () => {
    expect(rulesOf(await read(title, ...feesHead('万元'), '行政事业性收费|25.1'))).not.toContain('READ-HEAD-UNIT');
    const older = await read(
      title.replace('2023', '2020'),
      '第二十条第（九）项',
      '信息内容|采购项目数量|采购总金额（万元）',
      '政府集中采购|2|3.5',
    );
    expect(older.report.facts).toMatchObject({ 't2.procurement.amount': 3.5 });
    expect(rulesOf(older)).not.toContain('COLUMN-HEADS');
  });

  it('points at the blank cells of a table, or at the label of their row', async () => {
    const result = await read(title, ...t2Head, '规章|0| |0');
    const blank = found(result, 'CELL-BLANK');
    expect(blank === undefined ? null : sourceOfFinding(result, blank)).toEqual({ part: null, line: 4, column: 6 });
  });

  it('shows a mark for “none” as it is written', async () => {
    expect(found(await read(title, ...t2Head, '规章|-|0|0'), 'CELL-NOT-A-COUNT')?.actual).toBe('-');
  });

  it('tells once of a sentence in a cell of money', async () => {
    const result = await read(title, ...feesHead('万元'), '行政事业性收费|本年度未收费');
    const about = checkReading(result).findings.filter(({ cells }) => cells.join() === 't2.fees.amount');
    expect(about.map(({ rule }) => rule)).toEqual(['T2-FEES-DECIMAL']);
  });

  const rows = ['行政许可', '其他对外管理服务事项', '行政处罚', '行政强制', '行政事业性收费', '政府集中采购'];
  const applications = [
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '（一）予以公开',
    '1.属于国家秘密',
    '2.重复申请',
    '四、结转下年度继续办理',
  ];

  it('takes nothing but the first figure where a conversion dropped all repetitions, and tells it once', async () => {
    const result = await read(
      '云溪县青岚镇2019年政府信息公开工作年度报告',
      '信息内容\n上一年项目数量\n本年增/减\n处理决定数量',
      ...rows.map((row) => (row === '行政许可' ? `${row}\n0` : row === '行政处罚' ? `${row}\n7` : row)),
      ...applications,
    );
    expect(result.report.facts).toEqual({ 't2.licences.priorYearItems': 0 });
    const rules = rulesOf(result);
    expect(rules).toContain('READ-REPEATS-LOST');
    expect(rules).not.toContain('READ-CELLS-FEWER');
    expect(rules).not.toContain('CELL-BLANK');
  });

  it('calls an empty form blank and not incomplete', async () => {
    const result = await read('云溪县青岚镇2019年政府信息公开工作年度报告', ...rows, ...applications);
    expect(rulesOf(result)).toContain('CELL-BLANK');
    expect(rulesOf(result)).not.toContain('READ-REPEATS-LOST');
  });

  it('reads table 4 copied column by column by its sums, as doubtful, and shows the order', async () => {
    const result = await read(
      title,
      '四、政府信息公开行政复议、行政诉讼情况',
      '行政复议\n行政诉讼\n未经复议直接起诉\n结果维持\n结果纠正\n总计',
      '31\n7\n2\n5\n复议后起诉\n其他结果\n尚未审结\n3\n8\n0\n2\n总计\n45\n结果维持\n9\n0\n4\n1\n14\n总计\n13',
    );
    expect(result.report.facts).toMatchObject({
      't4.review.total': 45,
      't4.litigationDirect.upheld': 9,
      't4.litigationAfterReview.corrected': 8,
    });
    expect(result.figures.get('t4.review.total')?.confidence).toBe(0.5);
    expect(found(result, 'READ-TABLE-ORDER-BY-SUMS')?.values.rows).toContain('复议后起诉 3、8、0、2、13');
  });
});

describe('who reports, and when', () => {
  it('quotes what a text calls the body that it does not name', async () => {
    const result = await read('一、总体情况', '2023年，我乡公开信息12条。');
    expect(found(result, 'READ-AGENCY-UNKNOWN')).toMatchObject({ place: { line: 2, column: 7, quote: '我乡' } });
  });

  it('points at the words from which year and body were told', async () => {
    const result = await read('一、总体情况', '本报告由青岚镇党政办公室编制。', '2023年度公开信息12条。');
    expect(found(result, 'READ-AGENCY-INFERRED')?.place).toMatchObject({ line: 2 });
    expect(found(result, 'READ-YEAR-INFERRED')?.place).toMatchObject({ line: 3 });
  });

  it('reads pages that were converted to Traditional characters and words', async () => {
    const result = await read(
      '雲溪縣青嵐鎮2023年政府資訊公開工作年度報告',
      '三、收到和處理政府資訊公開申請情況',
      '一、本年新收政府資訊公開申請數量|1|0|0|0|0|0|1',
      '6.屬於四類過程性資訊|0|0|0|0|0|0|0',
    );
    expect(result.report).toMatchObject({ agency: '云溪县青岚镇人民政府', year: 2023 });
    expect(result.report.facts).toMatchObject({ 't3.received.total': 1, 't3.refused.processInformation.total': 0 });
  });
});
