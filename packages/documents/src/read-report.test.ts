import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import type { ReadReport } from './read-result.ts';
import { packed } from './testing/packed.ts';

const title = '云溪县青岚镇2023年政府信息公开工作年度报告';

async function read(text: string): Promise<ReadReport> {
  const result = await readReport(new TextEncoder().encode(text), { fileName: 'report.txt' });
  if (!result.ok) throw new Error(result.error.code);
  return result;
}

/** A fragment of table 2 of 2021 with the given lines below its first head. */
const fragment = (...lines: string[]): string =>
  [
    title,
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容|本年制发件数|本年废止件数|现行有效件数',
    ...lines,
  ].join('\n');

/** The first bytes of an old compound file with a stream of this name. */
const oldFile = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]),
  );

const rulesOf = (result: ReadReport) => result.findings.map((finding) => finding.rule);
const finding = (result: ReadReport, rule: string) => result.findings.find((item) => item.rule === rule);

describe('what is read where its meaning is certain', () => {
  it('takes digits run together when there is one for each column', async () => {
    const result = await read(fragment('规章000', '行政规范性文件102'));
    expect(result.report.facts).toMatchObject({
      't2.regulations.issued': 0,
      't2.normativeDocuments.issued': 1,
      't2.normativeDocuments.inForce': 2,
    });
    expect(finding(result, 'READ-CELLS-TOGETHER')?.severity).toBe('notice');
  });

  it('takes changes and money in words, and says so', async () => {
    const result = await read(
      [
        title,
        '第二十条第（五）项',
        '信息内容|上一年项目数量|本年增/减|处理决定数量',
        '行政许可|10|减8|3件',
        '政府集中采购|2|3.5万',
      ].join('\n'),
    );
    expect(result.report.facts).toMatchObject({
      't2.licences.change': -8,
      't2.licences.decisions': 3,
      't2.procurement.amount': 3.5,
    });
    expect(finding(result, 'READ-CELL-WORDS')).toMatchObject({ cells: ['t2.licences.change'], actual: -8 });
    expect(finding(result, 'READ-CELL-UNIT')?.place).toMatchObject({
      kind: 'source',
      part: null,
      line: 4,
      quote: '3件',
    });
  });

  it('tells the format by the heads of the tables and not by the year', async () => {
    const result = await read(fragment('规章|0|0|0').replace('2023', '2020'));
    expect(result.report).toMatchObject({ year: 2020, format: '2021' });
  });

  it('reads Traditional characters as their counterparts', async () => {
    const result = await read(fragment('規章|0|0|0', '行政規範性文件|1|0|9'));
    expect(result.report.facts).toMatchObject({ 't2.normativeDocuments.inForce': 9 });
    expect(rulesOf(result)).toContain('READ-TRADITIONAL');
  });

  it('places rows without labels by counting between rows that have them', async () => {
    const zeros = '0 0 0 0 0 0 0';
    const result = await read(
      [
        title,
        '三、收到和处理政府信息公开申请情况',
        '申请人情况',
        `一、本年新收政府信息公开申请数量 ${zeros}`,
        '1 0 0 0 0 0 1',
        `（一）予以公开 ${zeros}`,
      ].join('\n'),
    );
    expect(result.report.facts).toMatchObject({ 't3.carriedIn.naturalPerson': 1, 't3.carriedIn.total': 1 });
    expect(finding(result, 'READ-ROWS-BY-PLACE')?.severity).toBe('notice');
  });
});

describe('what is asked because it is not certain', () => {
  it('does not divide digits of which there are more than columns', async () => {
    const result = await read(fragment('规章0120', '行政规范性文件|1|0|9'));
    expect(Object.keys(result.report.facts)).not.toContain('t2.regulations.issued');
    expect(finding(result, 'READ-CELLS-TOGETHER')).toMatchObject({ severity: 'error', actual: '0120' });
  });

  it('keeps what a cell says when it is no figure', async () => {
    const result = await read(fragment('规章|0/0|见附件|0'));
    expect(result.report.facts['t2.regulations.issued']).toEqual({ unreadable: '0/0' });
    expect(result.report.facts['t2.regulations.repealed']).toEqual({ unreadable: '见附件' });
    expect(finding(result, 'READ-CELL-UNREADABLE')?.place).toMatchObject({ line: 5, quote: '0/0' });
  });

  it('fills no zeros where cells were dropped', async () => {
    const result = await read(
      [title, '第二十条第（一）项', '信息内容', '本年制发件数', '规章', '0', '行政规范性文件', '行政许可'].join('\n'),
    );
    expect(result.report.facts).toEqual({ 't2.regulations.issued': 0 });
    expect(finding(result, 'READ-CELLS-FEWER')).toMatchObject({ expected: 3, actual: 1 });
  });

  it('does not choose among more figures than there are columns', async () => {
    const result = await read(fragment('规章|1|2|3|4'));
    expect(result.report.facts).toEqual({});
    expect(rulesOf(result)).toContain('READ-CELLS-MORE');
  });

  it('takes the first of two rows of one name and says that there are two', async () => {
    const result = await read(fragment('规章|0|0|0', '规章|1|0|1'));
    expect(result.report.facts['t2.regulations.issued']).toBe(0);
    expect(rulesOf(result)).toContain('READ-ROW-REPEATED');
  });

  it('does not guess the order of the figures of table 4', async () => {
    const heads = '行政复议\n\n结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n';
    const result = await read(`${title}\n\n${heads}1\n\n0\n\n0\n\n0\n\n行政诉讼\n\n复议后起诉\n\n1\n\n0`);
    expect(rulesOf(result)).toContain('READ-TABLE-ORDER');
    expect(result.report.facts).toEqual({});
  });

  it('asks for agency and year where nothing tells them', async () => {
    const result = await read(fragment('规章|0|0|0').replace(title, ''));
    expect(result.report).toMatchObject({ agency: null, year: null, format: '2021' });
    expect(rulesOf(result)).toEqual(expect.arrayContaining(['READ-AGENCY-UNKNOWN', 'READ-YEAR-UNKNOWN']));
  });
});

describe('what is told once', () => {
  it('names all rows that a fragment does not have in one finding', async () => {
    const missing = (await read(fragment('规章|0|0|0'))).findings.filter((item) => item.rule === 'READ-ROWS-MISSING');
    expect(missing).toHaveLength(1);
    expect(missing[0]?.cells).toHaveLength(197);
    expect(missing[0]?.values.rows).toContain('表三（整表）');
  });

  it('keeps a local row and counts it towards nothing', async () => {
    const result = await read(fragment('规章|0|0|0', '其他主动公开文件|186|86|255', '行政规范性文件|1|0|9'));
    expect(result.report.facts).toMatchObject({ 't2.normativeDocuments.issued': 1 });
    expect(result.localRows[0]?.block).toEqual({
      kind: 'localRow',
      label: '其他主动公开文件',
      values: ['186', '86', '255'],
    });
    expect(result.report.sections[0]?.blocks).toEqual([result.localRows[0]?.block]);
    expect(rulesOf(result)).toContain('READ-LOCAL-ROW');
  });

  it('keeps a count that is added below a table', async () => {
    const result = await read(
      `${fragment('规章|0|0|0')}\n\n2023年本机关政府信息公开发布总数量(非新闻类):49\n\n三、收到和处理政府信息公开申请情况`,
    );
    expect(result.report.sections[0]?.blocks).toEqual([
      { kind: 'localRow', label: '2023年本机关政府信息公开发布总数量(非新闻类)', values: ['49'] },
    ]);
  });

  it.each([
    ['信息内容|本年制发件|本年废止件数|现行有效件数', 'COLUMN-HEADS'],
    ['信息内容|本年制发件数(件)|本年废止件数|现行有效件数', 'COLUMN-HEADS'],
  ])('tells heads that differ from the official ones: %s', async (head, rule) => {
    const lines = fragment('规章|0|0|0').split('\n');
    expect(rulesOf(await read(lines.with(3, head).join('\n')))).toContain(rule);
  });

  it('reads only the first of two reports in one file', async () => {
    const one = (name: string) =>
      [
        `${name}2023年政府信息公开工作年度报告`,
        '一、总体情况',
        '平稳。',
        '四、政府信息公开行政复议、行政诉讼情况',
        '无。',
        '六、其他需要报告的事项',
        '无。',
      ].join('\n\n');
    const result = await read(`${one('云溪县水利局')}\n\n${one('云溪县财政局')}`);
    expect(result.report.agency).toBe('云溪县水利局');
    expect(rulesOf(result)).toContain('READ-SECOND-REPORT');
  });
});

describe('the text', () => {
  const page = [
    '登录 | 注册',
    '当前位置：首页 > 政务公开 > 年报',
    title,
    '索引号：YX-01/2024-0003 发布机构：云溪县青岚镇人民政府 发布日期：2024-01-12 点击数：18',
    '【字体：大 中 小】 打印',
    title,
    '本报告统计期限自2023年1月1日起至2023年12月31日止。联系电话：0799-5550231，地址：云溪县青岚镇正街1号。',
    '一、总体情况',
    '（一）主动公开',
    '全年公开信息152条。',
    '六、其他需要报告的事项',
    '无。',
    '云溪县青岚镇人民政府',
    '2024年1月10日',
    '上一篇：云溪县水利局年报',
    '版权所有：云溪县人民政府',
  ].join('\n\n');

  it('has none of the page’s furniture', async () => {
    const { report } = await read(page);
    expect(report.preface.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      '本报告统计期限自2023年1月1日起至2023年12月31日止。联系电话：0799-5550231，地址：云溪县青岚镇正街1号。',
    ]);
    expect(report.sections.map(({ id, blocks }) => [id, blocks])).toEqual([
      [
        'overview',
        [
          { kind: 'heading', level: 3, text: '（一）主动公开' },
          { kind: 'paragraph', text: '全年公开信息152条。' },
        ],
      ],
      ['otherMatters', [{ kind: 'paragraph', text: '无。' }]],
    ]);
  });

  it('gives what furniture and signature say of the report', async () => {
    expect((await read(page)).report).toMatchObject({
      agency: '云溪县青岚镇人民政府',
      year: 2023,
      title,
      publishedOn: '2024-01-12',
      writtenOn: '2024-01-10',
      indexNumber: 'YX-01/2024-0003',
      contact: { phones: ['0799-5550231'], address: '云溪县青岚镇正街1号' },
    });
  });

  it('joins lines that the page broke, over page numbers too, and knows where each piece stood', async () => {
    const width = 30;
    const sentence = '全年依法公开涉及群众切身利益的各类信息并及时回应社会关切'.repeat(10);
    const rows = Array.from({ length: 9 }, (_, at) => sentence.slice(at * width, (at + 1) * width));
    const text = [title, '一、总体情况', ...rows.slice(0, 4), '', '- 1 -', '', ...rows.slice(4)].join('\n');
    const result = await read(text);
    expect(result.report.sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: rows.join('') }]);
    expect(result.blockLines.sections[0]?.blocks[0]?.breaks.map((item) => item.line)).toEqual([
      4, 5, 6, 10, 11, 12, 13, 14,
    ]);
  });

  it('keeps a report from before the official tables as text', async () => {
    const { report } = await read(
      '2018年青岚镇政府信息公开工作年度报告\n\n一、主动公开政府信息的情况\n\n公开22条。\n\n三、依申请公开收费情况\n\n没有收费。',
    );
    expect(report).toMatchObject({ year: 2018, format: null, facts: {} });
    expect(report.sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: '公开22条。' }]);
  });
});

describe('what is no report to be read', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  it.each([
    ['nothing', bytes(), 'EMPTY'],
    ['white space', new TextEncoder().encode(' \n\u3000'), 'EMPTY'],
    ['a PDF that breaks off', new TextEncoder().encode('%PDF-1.7\n'), 'PDF_BROKEN'],
    ['a DOCX that breaks off', bytes(0x50, 0x4b, 3, 4, 20), 'BROKEN'],
    ['slides', packed({ 'ppt/presentation.xml': '<p/>' }), 'KIND_OFFICE'],
    ['an OpenDocument text', packed({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'KIND_OFFICE'],
    ['an OFD document', packed({ 'OFD.xml': '<ofd/>' }), 'KIND_OFFICE'],
    ['an archive of files', packed({ '年报.txt': title }), 'KIND_ARCHIVE'],
    ['old slides', oldFile('PowerPoint Document'), 'KIND_OFFICE'],
    ['a DOCX with a password', oldFile('EncryptedPackage'), 'ENCRYPTED'],
    ['an old file of another program', oldFile('VisioDocument'), 'KIND_UNKNOWN'],
    ['a picture', bytes(0xff, 0xd8, 0xff, 0xe0), 'KIND_IMAGE'],
    ['other bytes', Uint8Array.from({ length: 400 }, (_, at) => at % 8), 'KIND_UNKNOWN'],
    ['another text', new TextEncoder().encode('青岚镇今日召开春耕动员会。'), 'NOT_A_REPORT'],
    ['other JSON', new TextEncoder().encode('{"report": {"agency": 1}}'), 'INVALID_JSON'],
  ] as const)('says why it cannot read %s', async (_, input, code) => {
    expect(await readReport(input, { fileName: 'x' })).toMatchObject({ ok: false, error: { code } });
  });

  it('reads a report in its own JSON form', async () => {
    const { report } = await read(fragment('规章|0|0|1'));
    expect((await read(JSON.stringify({ report }))).report).toEqual(report);
  });
});
