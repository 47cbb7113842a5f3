import type { DemoAgency } from './agencies.ts';

/** What bodies say in their own words, each in one of three ways. */
export type Said = 'proactive' | 'requests' | 'management' | 'platform' | 'supervision' | 'problems' | 'improvements';

type Ways = readonly [string, string, string];

export const waysOf2024: Readonly<Record<Said, Ways>> = {
  proactive: [
    '涉及群众切身利益的决定，作出后即在网站公布，并配发问答或者图解。',
    '新出台的文件与解读材料一并上网，重要事项先听取群众代表意见再定稿。',
    '办事流程和所需材料逐项列明，凡是群众问得多的，都在窗口张贴并录成短片。',
  ],
  requests: [
    '每件申请均登记编号，答复前经法制机构审核。',
    '来件由收发室统一签收，承办人拟出答复后交分管负责人把关。',
    '实行一件一档，先弄清申请人的用途，再书面作答并留存送达凭证。',
  ],
  management: [
    '公文起草时同步确定公开属性，不予公开的写明依据。年底对已公开的文件逐件复核，失效的加注标识，内容变动的及时替换。',
    '制定信息发布审查办法，落实先审后发、逐级签批。年中和年末各组织一次清查，把重复发布和格式混乱的内容合并整理。',
    '设立档案与公开联络岗，文件归档时一并核对网上版本。对涉及个人隐私的旧名单作了遮盖处理，重新挂出。',
  ],
  platform: [
    '在县政府网站设有统一的信息公开栏目，公开指南、公开目录和历年年度报告都在栏目首页；便民大厅设查阅点，备有电脑和打印设备。',
    '主要依托政务新媒体账号和电子显示屏推送消息，并在网站栏目中按主题归类；办事窗口放置宣传折页，供来访群众自取。',
    '把原来分散的板块整合成一张导航图，增加按年份和文号查找的功能；档案室、图书室各设阅览角，安排人员引导查询。',
  ],
  supervision: [
    '明确一名负责人分管、一名工作人员专办，参加县里组织的业务培训；每季度自查一次栏目更新情况，发现的问题当月改正。',
    '主要领导定期听取专题汇报，把公开任务写进目标责任书；聘请社会监督员明察暗访，对反映的不足列单销号。',
    '编印工作手册发到每个岗位，新老同志结对学习；畅通监督电话和意见箱，对群众的建议限时回复。',
  ],
  problems: [
    '存在的主要问题：一是政策解读多以文字为主，形式较为单一；二是个别栏目更新不够及时，信息检索不够方便。',
    '工作中还有不足：主动征询群众需求的办法不多，公开内容与实际关切对接得不紧；基层经办人员变动频繁，业务衔接有断档。',
    '一年来看，仍有短板：部分答复说理不充分，引用条款较为笼统；线上线下渠道不同步，老年人获取信息不便。',
  ],
  improvements: [
    '改进情况：对上一年度指出的答复文书不规范问题，已统一文书样式并逐件复核。下一步，增加图解和视频解读，为栏目设置更新提醒，并改进站内检索。',
    '改进措施：去年提到的目录不全，已按新目录补录完毕。接下来，将开展公开事项意见征集，建立人员交接清单，做到换人不断线。',
    '针对以上情况，上一年查摆出的发布迟缓，已通过限时签转得到缓解。今后要组织案例评析提升说理水平，并在集市、车站增设固定公示栏。',
  ],
};

export const waysOf2025: Readonly<Record<Said, Ways>> = {
  proactive: [
    '政策文件发布三个工作日内给出解读，群众来电集中的问题整理成清单一并刊登。',
    '制定公开事项年历，到时间自动提示承办人；重大决策邀请居民代表列席，会后刊出采纳意见的理由。',
    '对看不懂、找不到的内容先行改写，再录成方言音频在村社广播播出，方便不上网的群众知晓。',
  ],
  requests: [
    '受理当天由专人与申请人核对所需内容，减少补正；疑难件由办公、法制、业务三方会商。',
    '统一使用网上系统流转，临近期限自动亮灯；答复书附救济途径说明，寄出后回访对方是否看得明白。',
    '坚持能主动给的不走申请程序，对咨询类来信直接解答；需要征求第三方意见的，当日发函并跟踪回复。',
  ],
  management: [
    '建立了文件全流程台账，从拟稿、审签、发布到清理都能追溯；对长期挂网的旧信息做了一次集中体检，更正错链断链，重新核定公开期限。',
    '启用信息资源目录编码，同一事项在不同栏目只保留一个来源；发布前由机器和人工两道校对，错漏当场拦下。',
    '把保密审查与公开审查合并为一张单子，一次办完；对废止和修订的文件，同日更新网页标注并向订阅者发出提醒。',
  ],
  platform: [
    '网站改版后支持语音朗读和大字浏览，手机端可直接提交公开申请并查询进度；线下与乡村图书室合作，增加了纸质公报的投放。',
    '开通智能问答入口，常见问题即问即答；在便民服务站安装自助查询终端，居民刷卡即可打印所需文件。',
    '新建专题地图，点开村社就能看到当地项目与补贴；同时保留电话查询和信函邮寄两种老办法，照顾不同习惯的群众。',
  ],
  supervision: [
    '年初印发分工表，把任务落实到科室；邀请服务对象代表对公开效果打分，打分低于八成的栏目限期改进；新任人员上岗前须通过公开业务测试。',
    '成立检查小组按月抽看页面，结果在内部通报；选派骨干到上级部门跟班学习，回来后开设讲堂，经办人员轮流听课。',
    '把公开质量与评先评优挂钩，被点名的科室须作书面说明；设立群众观察员席位，会议材料提前送阅。',
  ],
  problems: [
    '对照群众期待，还有两点差距：部分信息专业术语偏多，普通读者不易看懂；镇村两级的公开力量薄弱，内容质量参差不齐。',
    '目前的薄弱环节主要在于：数据类信息多为图片或扫描件，不便再利用；政民互动的答复有时流于形式，未能回应真正诉求。',
    '总结全年，尚存以下不足：公开工作与业务工作结合不深，往往事后补发；对申请人的解释沟通不够耐心，重复来信时有出现。',
  ],
  improvements: [
    '对此，已着手为常用政策编写通俗版问答，上年提出的栏目更新和检索问题已经解决；今后由县直单位对口帮带镇村，每半年交换检查一次。',
    '为此，正逐步改用可下载的表格文件，上年提出的短板已基本补齐；往后每季度抽取互动件复评，不合格的退回重办。',
    '下一步打算将公开要求嵌入业务审批节点，同步产生、同步发布；上年列出的整改事项均已办结，并将编写沟通用语范例供窗口使用。',
  ],
};

/** A place of each body in a square of three by three: two bodies have a row or a column in common, never both. */
const places: Readonly<Record<DemoAgency['key'], readonly [row: number, column: number]>> = {
  forestry: [0, 0],
  county: [0, 1],
  office: [1, 0],
  development: [1, 1],
  education: [0, 2],
  culture: [2, 0],
  cultureTourism: [2, 0],
  tourism: [1, 2],
  qinglan: [2, 1],
  shiqiao: [2, 2],
};

/** Rows and columns by which the way is chosen: by each of the four, two bodies that agree in one differ in the others. */
const weights: Readonly<Record<Said, readonly [row: number, column: number]>> = {
  proactive: [1, 0],
  supervision: [1, 0],
  requests: [0, 1],
  problems: [0, 1],
  management: [1, 1],
  improvements: [1, 1],
  platform: [1, 2],
};

/**
 * How a body says something: in one of three ways, so that no two bodies of the county have much more than a quarter of
 * their words in common.
 */
export function saidBy({ key }: DemoAgency, ways: Readonly<Record<Said, Ways>>): (what: Said) => string {
  return (what) => {
    const [[row, column], [byRow, byColumn]] = [places[key], weights[what]];
    return ways[what][(row * byRow + column * byColumn) % 3] ?? ways[what][0];
  };
}
