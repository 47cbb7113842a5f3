import type { AgencyKind } from './agency.ts';

/** What a body is by the end of its name, after the divisions; `level` where the ending alone says so. */
export interface BodyKind {
  readonly pattern: RegExp;
  readonly kind: AgencyKind | null;
  readonly level?: 'provincial' | 'township';
  /**
   * Whether it may make 规章: `government` as the government of its division may, `no` for a body that is none of those
   * in 立法法 art. 91 and 93.
   */
  readonly regulations: 'government' | 'no';
}

const commissions =
  '发展和?改革|卫生健康|卫生和?计划生育|教育|住房和?城乡建设|交通(?:运输)?|民族事务|经济和?信息化|农业农村|国有资产监督管理|城市管理|科学技术|商务|规划和?自然资源';
const standingCouncils =
  '安全生产|爱国卫生运动|食品(?:药品)?安全|防汛抗旱|国防动员|残疾人工作|妇女儿童工作|防震减灾|消防安全|道路交通安全';

/** The first row that fits decides. */
export const bodyKinds: readonly BodyKind[] = [
  { pattern: /^.{1,14}(?:镇|乡|苏木)(?:人民)?政府$/, kind: 'township', level: 'township', regulations: 'no' },
  { pattern: /(?:^|人民)政府$/, kind: 'government', regulations: 'government' },
  { pattern: /^(?:行政公署|行署)$/, kind: 'government', regulations: 'government' },
  { pattern: /^(?:人民)?政府办(?:公[厅室])?$/, kind: 'department', regulations: 'government' },
  { pattern: /税务(?:局|分局|所|总局.*税务局)$/, kind: 'verticalBody', regulations: 'no' },
  { pattern: /海关$/, kind: 'verticalBody', regulations: 'no' },
  { pattern: /^国家统计局.+(?:调查队|总队)$/, kind: 'verticalBody', regulations: 'no' },
  { pattern: /^中国人民银行.+(?:行|部)$/, kind: 'verticalBody', regulations: 'no' },
  {
    pattern: /^国家(?:金融监督管理总局|能源局|矿山安全监察局).+(?:局|办公室)$/,
    kind: 'verticalBody',
    regulations: 'no',
  },
  { pattern: /^中国(?:证券|银行保险)监督管理委员会.+局$/, kind: 'verticalBody', regulations: 'no' },
  { pattern: /(?:出入境边防检查总?站|(?:邮政|通信)管理局)$/, kind: 'verticalBody', regulations: 'no' },
  { pattern: /街道(?:办事处)?$/, kind: 'subdistrict', level: 'township', regulations: 'no' },
  { pattern: /扶贫(?:开发)?(?:工作)?领导小组办公室$/, kind: 'department', regulations: 'no' },
  { pattern: /(?:领导小组|联席会议|指挥部|工作专班)(?:办公室)?$/, kind: 'coordinatingBody', regulations: 'no' },
  { pattern: new RegExp(`(?:${standingCouncils})委员会(?:办公室)?$`), kind: 'coordinatingBody', regulations: 'no' },
  { pattern: new RegExp(`(?:${commissions})委员会(?:办公室|.{2,8}[处科])$`), kind: 'internalBody', regulations: 'no' },
  { pattern: /(?:局|厅)(?:办公室|.{2,8}[科股])$/, kind: 'internalBody', regulations: 'no' },
  { pattern: /厅.{2,10}处$/, kind: 'internalBody', level: 'provincial', regulations: 'no' },
  {
    pattern: /^(?!.*(?:城乡|城镇|乡镇|村镇|集镇|小镇)).{1,10}(?:镇|乡|街道).{0,4}(?:办公室|党政办)$/,
    kind: 'internalBody',
    level: 'township',
    regulations: 'no',
  },
  {
    pattern: /^(?!.*(?:城乡|城镇|乡镇|村镇|集镇|小镇)).{1,10}(?:镇|乡|街道).{2,14}(?:中心|站|所|队)$/,
    kind: null,
    level: 'township',
    regulations: 'no',
  },
  { pattern: /管理委员会$|管委会$/, kind: null, regulations: 'no' },
  { pattern: /委员会办公室$/, kind: null, regulations: 'no' },
  { pattern: /厅$/, kind: 'department', level: 'provincial', regulations: 'no' },
  { pattern: /(?:局|委员会|委|办公室|办)$/, kind: 'department', regulations: 'no' },
  { pattern: /(?:中心|站|所|院|处|队|馆|社|会|校|学|司)$/, kind: null, regulations: 'no' },
];
