import type { Block, ReportSection, SectionId } from '@nianbao/core';
import type { DemoAgency } from './agencies.ts';
import type { DemoFigures, Totals } from './figures.ts';
import { totalsOf } from './figures.ts';

/** What the text of a year is made of: the body, and the figures that it must agree with. */
export interface Told {
  readonly agency: DemoAgency;
  readonly figures: DemoFigures;
  readonly totals: Totals;
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

const of2024: Writer = ({ agency, totals }) => ({
  preface: [
    `本报告依据${basis}编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。`,
    '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
    `如对本报告有疑问，请与${agency.name}联系（地址：${agency.address}，电话：${agency.phone}）。`,
  ],
  overview: [
    [
      '（一）主动公开',
      `${agency.self}${agency.work[2024] ?? ''}。涉及群众切身利益的决定，作出后即在网站公布，并配发问答或者图解。`,
    ],
    [
      '（二）依申请公开',
      `全年收到政府信息公开申请${totals.received}件，${carriedIn(totals)}，本年度办结${totals.processed}件，${carriedOut(totals)}。每件申请均登记编号，答复前经法制机构审核。${disputes(totals)}`,
    ],
    [
      '（三）政府信息管理',
      '公文起草时同步确定公开属性，不予公开的写明依据。年底对已公开的文件逐件复核，失效的加注标识，内容变动的及时替换。',
    ],
    [
      '（四）政府信息公开平台建设',
      '在县政府网站设有统一的信息公开栏目，公开指南、公开目录和历年年度报告都在栏目首页；便民大厅设查阅点，备有电脑和打印设备。',
    ],
    [
      '（五）监督保障',
      supervision(
        agency,
        '明确一名负责人分管、一名工作人员专办，参加县里组织的业务培训；每季度自查一次栏目更新情况，发现的问题当月改正。',
        '县政府把政务公开列入年度绩效考核，开展社会评议并公布结果，本年度未发生需要追究责任的情形。',
      ),
    ],
  ],
  problems: [
    '存在的主要问题：一是政策解读多以文字为主，形式较为单一；二是个别栏目更新不够及时，信息检索不够方便。',
    '改进情况：对上一年度指出的答复文书不规范问题，已统一文书样式并逐件复核。下一步，增加图解和视频解读，为栏目设置更新提醒，并改进站内检索。',
  ],
  otherMatters: ['本年度未收取政府信息公开信息处理费。除以上情况外，没有其他需要报告的事项。'],
});

const of2025: Writer = ({ agency, totals }) => ({
  preface: [
    `根据${basis}的要求，${agency.name}编制了2025年度政府信息公开工作年度报告，向社会公布。`,
    '数据统计起止时间：2025年1月1日至2025年12月31日。',
    `公众可在县政府网站查阅、下载本报告；需要了解情况的，可致电${agency.phone}或者到${agency.address}咨询。`,
  ],
  overview: [
    [
      '（一）主动公开情况',
      `${agency.work[2025] ?? ''}。政策文件发布三个工作日内给出解读，群众来电集中的问题整理成清单一并刊登。`,
    ],
    [
      '（二）依申请公开情况',
      `共收到申请${totals.received}件，${carriedIn(totals)}；已办理答复${totals.processed}件，${carriedOut(totals)}。受理当天由专人与申请人核对所需内容，减少补正；疑难件由办公、法制、业务三方会商。${disputes(totals)}`,
    ],
    [
      '（三）政府信息管理情况',
      '建立了文件全流程台账，从拟稿、审签、发布到清理都能追溯；对长期挂网的旧信息做了一次集中体检，更正错链断链，重新核定公开期限。',
    ],
    [
      '（四）公开平台建设情况',
      '网站改版后支持语音朗读和大字浏览，手机端可直接提交公开申请并查询进度；线下与乡村图书室合作，增加了纸质公报的投放。',
    ],
    [
      '（五）监督保障情况',
      supervision(
        agency,
        '年初印发分工表，把任务落实到科室；邀请服务对象代表对公开效果打分，打分低于八成的栏目限期改进；新任人员上岗前须通过公开业务测试。',
        '公开工作在县级绩效考核中继续单列分值，社会评议委托第三方进行并公开评议报告，全年没有需要追责的事项。',
      ),
    ],
  ],
  problems: [
    '对照群众期待，还有两点差距：部分信息专业术语偏多，普通读者不易看懂；镇村两级的公开力量薄弱，内容质量参差不齐。',
    '对此，已着手为常用政策编写通俗版问答，上年提出的栏目更新和检索问题已经解决；今后由县直单位对口帮带镇村，每半年交换检查一次。',
  ],
  otherMatters: ['按照规定，本年度没有收取信息处理费，也没有其他需要说明的事项。'],
});

const writers: Readonly<Record<2024 | 2025, Writer>> = { 2024: of2024, 2025: of2025 };

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
  subject: Omit<Told, 'totals'>,
  headings: readonly ReportSection[],
): { readonly preface: Block[]; readonly sections: ReportSection[] } {
  const narrative = writers[year]({ ...subject, totals: totalsOf(subject.figures) });
  const blocks = blocksOf(narrative);
  return {
    preface: narrative.preface.map(paragraph),
    sections: headings.map((section) => ({ ...section, blocks: (section.id && blocks[section.id]) || [] })),
  };
}
