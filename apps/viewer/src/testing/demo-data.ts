import type { Report } from '@nianbao/core';
import { checkReport, emptyReport, formatById } from '@nianbao/core';
import type { ListQuery, PublishedAgency, PublishedReport, PublishedVersion, ViewerData } from '../viewer-data.ts';
import { consistentFacts } from './consistent-facts.ts';

const format = formatById['2021'];

const region = { code: '539901', name: '云溪县' };

const agencies = [
  { id: 'forestry', name: '云溪县林业局', region, creditCode: '11539901MB0000001X' },
  { id: 'township', name: '云溪县青岚镇人民政府', region, creditCode: null },
] as const;

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const heading = (text: string) => ({ kind: 'heading' as const, level: 2, text });

function forestryReport(year: number, received: number): Report {
  const base = emptyReport('云溪县林业局', year, format);
  const text: Readonly<Record<string, Report['sections'][number]['blocks']>> = {
    overview: [
      heading('（一）主动公开方面'),
      paragraph(
        `${year}年，我局围绕林地征占用审批、森林防火和古树名木保护公开信息186条，其中政策解读4条。县政府门户网站林业专栏新设“林权办事”栏目，把十一个事项的材料清单、办理时限和收费标准放在一页。`,
      ),
      heading('（二）依申请公开方面'),
      paragraph(
        `全年新收政府信息公开申请${received}件，上年结转2件，均在法定期限内办理。申请内容集中在林权登记和征地补偿两类。`,
      ),
      heading('（三）政府信息管理方面'),
      paragraph('修订公文公开属性认定办法，起草时同步确定公开方式；对2019年以来的规范性文件逐件复核。'),
      heading('（四）政府信息公开平台建设方面'),
      {
        kind: 'list',
        ordered: false,
        items: ['门户网站专栏更新186次', '政务新媒体转发政策图解12期', '政务服务大厅设查阅点1处'],
      },
      heading('（五）监督保障方面'),
      paragraph('全年组织业务培训2次，参加43人次；社会评议满意率见下表。'),
      {
        kind: 'table',
        caption: '社会评议情况',
        headRows: 1,
        rows: [
          ['项目', '发放（份）', '收回（份）', '满意率'],
          ['办事公开', '120', '113', '96.5%'],
          ['依申请公开', '30', '26', '92.3%'],
        ],
      },
    ],
    problems: [
      paragraph('一是个别文件公开不及时，最长的在印发后十八天才上网。二是对征地补偿类申请的答复说理不够。'),
      paragraph('下一步，将文件上网时限写入发文流程，由办公室逐件核对；请法律顾问参加疑难申请的答复会商。'),
    ],
    otherMatters: [paragraph(`${year}年未收取信息处理费。`)],
  };
  return {
    ...base,
    writtenOn: `${year + 1}-01-12`,
    publishedOn: `${year + 1}-01-19`,
    indexNumber: `539901-012/${year + 1}-00007`,
    contact: {
      name: '云溪县林业局办公室',
      address: '云溪县城关镇青松路8号',
      postcode: '000000',
      phones: ['0000-1234567'],
      emails: ['ly@yunxi.example'],
    },
    preface: [
      paragraph(
        `本报告根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制，数据统计期限为${year}年1月1日至12月31日。`,
      ),
    ],
    sections: base.sections.map((section) => ({ ...section, blocks: text[section.id ?? ''] ?? [] })),
    facts: consistentFacts(
      format,
      {
        received: [received - 3, 3],
        carriedIn: [2, 0],
        granted: [received - 12, 2],
        partial: [3, 1],
        'refused.thirdParty': [2, 0],
        'unavailable.notHeld': [3, 0],
        'notProcessed.duplicate': [1, 0],
        carriedOut: [2, 0],
      },
      {
        't2.normativeDocuments.issued': 6,
        't2.normativeDocuments.repealed': 0,
        't2.normativeDocuments.inForce': year === 2025 ? 5 : 9,
        't2.licences.decisions': 12_408,
        't2.penalties.decisions': 37,
        't2.fees.amount': 86.25,
        't4.review.upheld': 2,
        't4.review.pending': 1,
        't4.review.total': 3,
        't4.litigationDirect.otherOutcome': 1,
        't4.litigationDirect.total': 1,
      },
    ),
  };
}

/** A report of the old format, with the states that a published table may hold besides numbers. */
function townshipReport(): Report {
  const old = formatById['2019'];
  const base = emptyReport('云溪县青岚镇人民政府', 2020, old);
  return {
    ...base,
    publishedOn: '2021-01-25',
    sections: base.sections.map((section) => ({
      ...section,
      blocks:
        section.id === 'proactiveDisclosure' ? [{ kind: 'localRow', label: '其中：乡村振兴', values: ['12'] }] : [],
    })),
    facts: {
      ...consistentFacts(old, { received: [3, 0], granted: [3, 0] }, {}),
      't2.licences.priorYearItems': null,
      't2.licences.change': { unreadable: '减4' },
      't2.fees.priorYearItems': '/',
      't2.fees.change': -2,
    },
  };
}

const firstVersion = (year: number): PublishedVersion => ({
  version: 1,
  publishedAt: `${year + 1}-01-19T02:00:00.000Z`,
  digest: '5f2b0c9d'.repeat(8),
  note: null,
});

const correctedVersion: PublishedVersion = {
  version: 2,
  publishedAt: '2026-02-10T01:30:00.000Z',
  digest: '91ac44e7'.repeat(8),
  note: '原报告“部分公开”自然人栏误填为2件，经核对台账更正为3件，相应总计一并更正。',
};

const received: Readonly<Record<number, number>> = { 2023: 19, 2024: 31, 2025: 27 };

function forestry(year: number, version: number | null): PublishedReport | null {
  const count = received[year];
  const versions = year === 2025 ? [firstVersion(year), correctedVersion] : [firstVersion(year)];
  const shown = versions.find((known) => known.version === (version ?? versions.length));
  if (count === undefined || shown === undefined) return null;
  const before = received[year - 1];
  const report = forestryReport(year, count);
  const prior = before === undefined ? null : forestryReport(year - 1, before);
  const { findings, ruleSetVersion } = checkReport(report, { stage: 'publication', prior });
  return {
    agency: agencies[0],
    report,
    version: shown.version,
    versions,
    findings,
    explanations: findings
      .filter(({ rule }) => rule === 'T2-IN-FORCE-UNDER-ISSUED')
      .map(({ rule, instance }) => ({
        rule,
        instance,
        text: '机构改革中将1件规范性文件移交县自然资源局管理，故现行有效件数少于本年制发件数。',
      })),
    ruleSetVersion,
    prior,
  };
}

function township(year: number, version: number | null): PublishedReport | null {
  if (year !== 2020 || (version ?? 1) !== 1) return null;
  return {
    agency: agencies[1],
    report: townshipReport(),
    version: 1,
    versions: [firstVersion(year)],
    findings: [],
    explanations: [],
    ruleSetVersion: '2026.1',
    prior: null,
  };
}

const publishedYears = { forestry: [2025, 2024, 2023], township: [2020] } as const;

function published(agencyId: string, year: number, version: number | null): PublishedReport | null {
  if (agencyId === 'forestry') return forestry(year, version);
  return agencyId === 'township' ? township(year, version) : null;
}

function agencyWith(agency: (typeof agencies)[number]): PublishedAgency {
  return {
    ...agency,
    years: publishedYears[agency.id].flatMap((year) => {
      const current = published(agency.id, year, null);
      if (current === null) return [];
      const { report, version } = current;
      const publishedOn = report.publishedOn ?? '';
      return [{ year, title: report.title, publishedOn, version, format: report.format, facts: report.facts }];
    }),
  };
}

const pageSize = 20;

function listed(query: ListQuery) {
  return agencies
    .map(agencyWith)
    .flatMap(({ id, name, years }) =>
      years.map(({ year, title, publishedOn, version }) => ({
        agencyId: id,
        agencyName: name,
        region,
        year,
        title,
        publishedOn,
        version,
      })),
    )
    .filter(({ agencyName }) => query.search === null || agencyName.includes(query.search))
    .filter(({ year }) => query.year === null || year === query.year)
    .filter(() => query.region === null || region.code.startsWith(query.region))
    .sort((a, b) => b.year - a.year);
}

const everything: ListQuery = { search: null, year: null, region: null, page: 1 };

/** An invented county with two organs, in memory: what the public site shows in development and in its tests. */
export const demoData: ViewerData = {
  listPublished: async (query) => {
    const items = listed(query);
    const all = listed(everything);
    const years = [...new Set(all.map(({ year }) => year))];
    return {
      items: items.slice((query.page - 1) * pageSize, query.page * pageSize),
      total: items.length,
      pageSize,
      years: years.map((year) => ({ year, reports: all.filter((item) => item.year === year).length })),
      regions: [{ ...region, reports: all.length }],
      coverage: { year: query.year ?? 2025, published: 1, due: 2 },
    };
  },
  getAgency: async (id) => {
    const agency = agencies.find((known) => known.id === id);
    return agency === undefined ? null : agencyWith(agency);
  },
  getPublished: async ({ agencyId, year, version }) => published(agencyId, year, version),
};
