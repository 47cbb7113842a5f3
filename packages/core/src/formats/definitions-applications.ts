import type { Definition } from './definition.ts';
import { official, working } from './definition.ts';

/** Rows of 表三. */
export const applicationDefinitions: Readonly<Record<string, Definition>> = {
  received: working(
    ['第二十七条', '第三十一条'],
    '1月1日至12月31日期间收到的政府信息公开申请件数。',
    'Applications for government information received from 1 January to 31 December.',
  ),
  carriedIn: working(
    ['第三十三条'],
    '上一年度尚未办结、结转到本年继续办理的件数，应等于上一年度报告的“结转下年度继续办理”。',
    'Applications not finished last year and carried into this one; equals “carried over to next year” in last year’s report.',
  ),
  granted: official(
    ['第三十六条第（一）项', '第三十六条第（二）项'],
    '已主动公开、告知获取途径的，或者决定公开并提供的件数。',
    'Information already public, with the applicant told where; or disclosed and provided.',
  ),
  partial: official(
    ['第三十七条'],
    '含有不应公开内容、能够区分处理的，提供可以公开的部分。区分处理的只计入本项，不计入其他情形。',
    'Replies that give the part that can be disclosed and withhold the rest. A mixed reply counts here and in no other row.',
  ),
  'refused.stateSecret': official(
    ['第十四条'],
    '依法确定为国家秘密的政府信息。',
    'Information lawfully classified as a state secret.',
  ),
  'refused.prohibitedByLaw': official(
    ['第十四条'],
    '法律、行政法规禁止公开的政府信息。',
    'Information that a law or administrative regulation bars from disclosure.',
  ),
  'refused.safetyStability': official(
    ['第十四条'],
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息。',
    'Information that could endanger national, public or economic security or social stability if disclosed.',
  ),
  'refused.thirdParty': official(
    ['第十五条', '第三十二条'],
    '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害的政府信息。',
    'Trade secrets, privacy and the like: disclosure would harm the lawful interests of a third party.',
  ),
  'refused.internalAffairs': official(
    ['第十六条第一款'],
    '人事管理、后勤管理、内部工作流程三类内部事务信息。',
    'Internal affairs of three kinds: personnel, logistics, internal working procedure.',
  ),
  'refused.processInformation': official(
    ['第十六条第二款'],
    '讨论记录、过程稿、磋商信函、请示报告四类过程性信息。',
    'Deliberative information of four kinds: records of discussion, drafts, consultation letters, requests and reports.',
  ),
  'refused.enforcementFile': official(
    ['第十六条第二款'],
    '行政执法案卷信息。',
    'Information in an enforcement case file.',
  ),
  'refused.administrativeQuery': official(
    ['第三十六条第（七）项'],
    '工商、不动产登记资料等有专门查询办法的信息，告知依照有关规定办理。',
    'Registration records and the like for which other rules govern access; the applicant is referred to them.',
  ),
  'unavailable.notHeld': official(
    ['第三十六条第（四）项', '第三十六条第（五）项'],
    '经检索没有、或者不属于本机关负责公开的政府信息。',
    'Information that was searched for and does not exist, or that another body is responsible for.',
  ),
  'unavailable.needsCreation': official(
    ['第三十八条'],
    '没有现成信息，需要加工、分析或者另行制作。',
    'No such information exists yet; it would have to be compiled, analysed or made.',
  ),
  'unavailable.unclear': official(
    ['第三十条'],
    '申请内容不明确，经一次补正后仍不明确。',
    'The application was unclear and stayed so after the correction that the law provides for.',
  ),
  'notProcessed.petition': official(
    ['第三十九条第一款'],
    '以政府信息公开申请的形式进行信访、投诉、举报等活动，告知通过相应渠道提出。',
    'A petition, complaint or report in the form of an application; referred to the proper channel.',
  ),
  'notProcessed.duplicate': official(
    ['第三十六条第（六）项'],
    '已经答复过、同一申请人重复申请同一内容。',
    'The same applicant asked again for what was already answered.',
  ),
  'notProcessed.publication': official(
    ['第三十九条第二款'],
    '要求提供政府公报、报刊、书籍等公开出版物，告知获取途径。',
    'Asks for gazettes, newspapers, books or other publications; told where to get them.',
  ),
  'notProcessed.excessive': official(
    ['第三十五条'],
    '申请数量、频次明显超过合理范围，要求说明理由后认定理由不合理。',
    'Number or frequency clearly beyond reason, and the reasons given when asked were not sound.',
  ),
  'notProcessed.reconfirmation': official(
    [],
    '要求行政机关确认或者重新出具申请人已经获取的信息。',
    'Asks the body to confirm or re-issue information that the applicant already has.',
  ),
  other: working(
    [],
    '以上情形之外的处理，包括逾期不补正、逾期不缴费、撤回、合并办理等。2021年起分为三项。',
    'All other handling: not corrected in time, fee not paid in time, withdrawn, merged. From 2021 on split into three rows.',
  ),
  'other.overdueCorrection': official(
    ['第三十条'],
    '申请人无正当理由逾期不补正，视为放弃申请，不再处理。',
    'The applicant did not correct the application in time without good reason; it is taken as given up.',
  ),
  'other.overdueFee': official(
    [],
    '申请人逾期未按收费通知缴纳信息处理费，不再处理。依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。',
    'The applicant did not pay the information processing fee in time (国办函〔2020〕109号); the application is closed.',
  ),
  'other.otherHandling': working(
    [],
    '其他处理情形，例如申请人主动撤回、合并办理。',
    'Other ways of closing an application, such as withdrawal or merging.',
  ),
  processedTotal: official(
    [],
    '本年度办结的总件数，等于第三项以下各种办理结果之和。',
    'All applications finished in the year: the sum of every result above it.',
  ),
  carriedOut: working(
    ['第三十三条'],
    '12月31日依法仍在办理期限内、结转到下一年度继续办理的件数。',
    'Applications still within their lawful time limit on 31 December and carried into the next year.',
  ),
};

const applicant = (zh: string, en: string) => working([], `申请人为${zh}的件数。`, `Applications by ${en}.`);

/** Columns of 表三. */
export const applicantDefinitions: Readonly<Record<string, Definition>> = {
  naturalPerson: applicant('公民个人', 'individual persons'),
  enterprise: applicant('企业', 'businesses'),
  researchInstitution: applicant('科研机构', 'research institutions'),
  publicWelfare: applicant('社会公益组织', 'public-interest bodies'),
  legalService: applicant('律师事务所等法律服务机构', 'law firms and other legal service bodies'),
  otherOrganisation: applicant('其他法人或者组织', 'other legal persons or organisations'),
  total: official([], '六类申请人之和。', 'The sum of the six kinds of applicant.'),
};
