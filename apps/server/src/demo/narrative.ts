import type { Block, ReportSection, SectionId } from '@nianbao/core';
import type { DemoAgency } from './agencies.ts';
import type { DemoFigures, Totals } from './figures.ts';
import { totalsOf } from './figures.ts';
import type { Said } from './ways-of-saying.ts';
import { saidBy, waysOf2024, waysOf2025 } from './ways-of-saying.ts';

/** What the text of a year is made of: the body, and the figures that it must agree with. */
export interface Told {
  readonly agency: DemoAgency;
  readonly figures: DemoFigures;
  readonly totals: Totals;
  /** What the body says in its own way. */
  readonly said: (what: Said) => string;
}

export interface Narrative {
  readonly preface: readonly string[];
  /** The five aspects of section 一 with their headings. */
  readonly overview: readonly (readonly [heading: string, text: string])[];
  readonly problems: readonly string[];
  readonly otherMatters: readonly string[];
}

type Writer = (told: Told) => Narrative;

const basis =
  '《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）';

const disputes = ({ reviews, lawsuits }: Totals): string => {
  if (reviews === 0 && lawsuits === 0) return '本年度没有因政府信息公开引起的行政复议和行政诉讼。';
  const review = reviews === 0 ? '没有行政复议' : `行政复议${reviews}件`;
  const lawsuit = lawsuits === 0 ? '没有行政诉讼' : `行政诉讼${lawsuits}件`;
  return `因政府信息公开，全年${review}，${lawsuit}。`;
};

const carriedIn = ({ carriedIn: count }: Totals) => (count === 0 ? '没有上年结转' : `上年结转${count}件`);
const carriedOut = ({ carriedOut: count }: Totals) =>
  count === 0 ? '没有结转下年度继续办理的申请' : `结转下年度继续办理${count}件`;

const supervision = (agency: DemoAgency, plain: string, government: string) =>
  agency.kind === 'government' ? `${plain}${government}` : plain;

const of2024: Writer = ({ agency, totals, said }) => ({
  preface: [
    `本报告依据${basis}编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。`,
    '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
    `如对本报告有疑问，请与${agency.name}联系（地址：${agency.address}，电话：${agency.phone}）。`,
  ],
  overview: [
    ['（一）主动公开', `${agency.self}${agency.work[2024] ?? ''}。${said('proactive')}`],
    [
      '（二）依申请公开',
      `全年收到政府信息公开申请${totals.received}件，${carriedIn(totals)}，本年度办结${totals.processed}件，${carriedOut(totals)}。${said('requests')}${disputes(totals)}`,
    ],
    ['（三）政府信息管理', said('management')],
    ['（四）政府信息公开平台建设', said('platform')],
    [
      '（五）监督保障',
      supervision(
        agency,
        said('supervision'),
        '县政府把政务公开列入年度绩效考核，开展社会评议并公布结果，本年度未发生需要追究责任的情形。',
      ),
    ],
  ],
  problems: [said('problems'), said('improvements')],
  otherMatters: ['本年度未收取政府信息公开信息处理费。除以上情况外，没有其他需要报告的事项。'],
});

const of2025: Writer = ({ agency, totals, said }) => ({
  preface: [
    `根据${basis}的要求，${agency.name}编制了2025年度政府信息公开工作年度报告，向社会公布。`,
    '数据统计起止时间：2025年1月1日至2025年12月31日。',
    `公众可在县政府网站查阅、下载本报告；需要了解情况的，可致电${agency.phone}或者到${agency.address}咨询。`,
  ],
  overview: [
    ['（一）主动公开情况', `${agency.work[2025] ?? ''}。${said('proactive')}`],
    [
      '（二）依申请公开情况',
      `共收到申请${totals.received}件，${carriedIn(totals)}；已办理答复${totals.processed}件，${carriedOut(totals)}。${said('requests')}${disputes(totals)}`,
    ],
    ['（三）政府信息管理情况', said('management')],
    ['（四）公开平台建设情况', said('platform')],
    [
      '（五）监督保障情况',
      supervision(
        agency,
        said('supervision'),
        '公开工作在县级绩效考核中继续单列分值，社会评议委托第三方进行并公开评议报告，全年没有需要追责的事项。',
      ),
    ],
  ],
  problems: [said('problems'), said('improvements')],
  otherMatters: ['按照规定，本年度没有收取信息处理费，也没有其他需要说明的事项。'],
});

const writers: Readonly<Record<2024 | 2025, Writer>> = { 2024: of2024, 2025: of2025 };

const ways = { 2024: waysOf2024, 2025: waysOf2025 } as const;

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function blocksOf(narrative: Narrative): Readonly<Partial<Record<SectionId, Block[]>>> {
  return {
    overview: narrative.overview.flatMap(([heading, text]): Block[] => [
      { kind: 'heading', level: 3, text: heading },
      paragraph(text),
    ]),
    problems: narrative.problems.map(paragraph),
    otherMatters: narrative.otherMatters.map(paragraph),
  };
}

/** The preface and the sections of a body's report for a year, with headings as given. */
export function narrate(
  year: 2024 | 2025,
  subject: Pick<Told, 'agency' | 'figures'>,
  headings: readonly ReportSection[],
): { readonly preface: Block[]; readonly sections: ReportSection[] } {
  const narrative = writers[year]({
    ...{ ...subject, totals: totalsOf(subject.figures), said: saidBy(subject.agency, ways[year]) },
  });
  const blocks = blocksOf(narrative);
  return {
    preface: narrative.preface.map(paragraph),
    sections: headings.map((section) => ({ ...section, blocks: (section.id && blocks[section.id]) || [] })),
  };
}
