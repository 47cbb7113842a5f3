import type { AgencyKind, AgencyLevel } from '@nianbao/core';

/** A body of the invented county 云溪县. Names, codes and telephone numbers belong to nobody. */
export interface DemoAgency {
  readonly key:
    | 'county'
    | 'office'
    | 'development'
    | 'education'
    | 'forestry'
    | 'culture'
    | 'tourism'
    | 'cultureTourism'
    | 'qinglan'
    | 'shiqiao';
  readonly name: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  readonly creditCode: string;
  readonly phone: string;
  readonly address: string;
  /** What it calls itself in running text. */
  readonly self: string;
  /** What it was called in 2024, where that is another name. */
  readonly former?: { readonly name: string; readonly self: string };
  /** What it made public about its work, in each year that it reports for. */
  readonly work: Readonly<Partial<Record<2024 | 2025, string>>>;
}

/** Code of the invented county; 99 is no province. */
export const demoRegion = '990421';

/** In 2025 the bodies for culture and for tourism became one, and the township 青岚乡 became the town 青岚镇. */
export const demoMerger = { year: 2025, from: ['culture', 'tourism'], to: 'cultureTourism' } as const;

export const demoAgencies: readonly DemoAgency[] = [
  {
    key: 'county',
    name: '云溪县人民政府',
    kind: 'government',
    level: 'county',
    creditCode: '11990421009904217D',
    phone: '0990-5550101',
    address: '云溪县云溪镇中心街1号',
    self: '县政府',
    work: {
      2024: '集中公开重点项目建设、财政预决算、乡村道路、学校食堂和集中供水等群众关心的事项，县级部门和镇街的政府信息统一归集到县政府网站',
      2025: '围绕老旧小区改造、医保经办下沉、农村客运和耕地保护补贴发布信息，把县直单位与镇街的栏目合并为一套目录',
    },
  },
  {
    key: 'office',
    name: '云溪县人民政府办公室',
    kind: 'department',
    level: 'county',
    creditCode: '119904210099042258',
    phone: '0990-5550112',
    address: '云溪县云溪镇中心街1号',
    self: '县政府办公室',
    work: {
      2024: '按时公开县政府文件、常务会议议定事项、建议提案办理结果和政府工作报告任务分解情况',
      2025: '整理历年县政府文件并逐件标注是否继续有效，公布政务公开事项清单和会议开放安排',
    },
  },
  {
    key: 'development',
    name: '云溪县发展和改革局',
    kind: 'department',
    level: 'county',
    creditCode: '119904210099042333',
    phone: '0990-5550123',
    address: '云溪县云溪镇学府路18号',
    self: '县发展改革局',
    work: {
      2024: '公开重大项目审批结果、政府定价目录、粮食储备和能源保供情况，项目审批做到当日办结当日上网',
      2025: '发布节能审查办理指引、充电设施布点和以工代赈项目进度，投资项目的审批信息附上办理依据',
    },
  },
  {
    key: 'education',
    name: '云溪县教育局',
    kind: 'department',
    level: 'county',
    creditCode: '11990421009904241X',
    phone: '0990-5550134',
    address: '云溪县云溪镇学府路30号',
    self: '县教育局',
    work: {
      2024: '公开义务教育学校招生范围、学生资助名额、校服选用和教师招聘各环节结果',
      2025: '按学段公布入学政策问答、课后服务收费标准、校车线路和食堂大宗食材采购结果',
    },
  },
  {
    key: 'forestry',
    name: '云溪县林业局',
    kind: 'department',
    level: 'county',
    creditCode: '1199042100990425XM',
    phone: '0990-5550145',
    address: '云溪县云溪镇青山路6号',
    self: '县林业局',
    work: {
      2024: '公开林长制责任区划、退耕还林补助发放、林木采伐许可和森林防火值班安排',
      2025: '发布古树名木保护名录、天然林管护补助到户明细、松材线虫病防治进展和野外用火审批办法',
    },
  },
  {
    key: 'culture',
    name: '云溪县文化局',
    kind: 'department',
    level: 'county',
    creditCode: '11990421009904284B',
    phone: '0990-5550178',
    address: '云溪县云溪镇书院路3号',
    self: '县文化局',
    work: {
      2024: '公开文物保护单位名录、公共文化场馆开放时间、文艺演出审批和非遗传承人补助发放情况',
    },
  },
  {
    key: 'tourism',
    name: '云溪县旅游局',
    kind: 'department',
    level: 'county',
    creditCode: '119904210099042926',
    phone: '0990-5550189',
    address: '云溪县云溪镇书院路5号',
    self: '县旅游局',
    work: {
      2024: '公开景区最大承载量、旅行社名录、民宿备案条件和旅游投诉受理渠道',
    },
  },
  {
    key: 'cultureTourism',
    name: '云溪县文化和旅游局',
    kind: 'department',
    level: 'county',
    creditCode: '11990421009904305U',
    phone: '0990-5550178',
    address: '云溪县云溪镇书院路3号',
    self: '县文化和旅游局',
    work: {
      2025: '发布博物馆和景区预约办法、文旅企业扶持资金安排、导游服务评价结果和古村落修缮进度',
    },
  },
  {
    key: 'qinglan',
    name: '云溪县青岚镇人民政府',
    former: { name: '云溪县青岚乡人民政府', self: '乡政府' },
    kind: 'township',
    level: 'township',
    creditCode: '11990421009904268M',
    phone: '0990-5550156',
    address: '云溪县青岚镇正街22号',
    self: '镇政府',
    work: {
      2024: '公开惠农补贴发放、低保评议、村级道路养护和危房改造名单，各村公示栏与网站内容一致',
      2025: '逐村公布宅基地审批、高标准农田建设、临时救助和茶叶合作社扶持资金的安排',
    },
  },
  {
    key: 'shiqiao',
    name: '云溪县石桥街道办事处',
    kind: 'subdistrict',
    level: 'township',
    creditCode: '11990421009904276G',
    phone: '0990-5550167',
    address: '云溪县石桥街道桥头路9号',
    self: '街道办事处',
    work: {
      2024: '公开社区网格服务事项、公租房初审、高龄津贴和小区物业考核情况',
      2025: '发布加装电梯协商进度、社区食堂补贴、临街商铺巡查和便民服务中心延时办理安排',
    },
  },
];
