import type { Definition } from './definition.ts';
import { official, working } from './definition.ts';

const decisions = '不论该决定是否依法公开';

/** Rows of 表二. */
export const disclosureDefinitions: Readonly<Record<string, Definition>> = {
  regulations: official(
    ['第二十条第（一）项'],
    '国务院部门和有立法权的地方人民政府依法制定的规章。没有规章制定权的机关应为零。',
    'Regulations made by State Council departments and local governments with the power to do so. A body without that power reports zero.',
  ),
  normativeDocuments: working(
    ['第二十条第（一）项'],
    '行政机关制发、在一定期限内反复适用、涉及公众权利义务的规范性文件。2021年起表格改为“行政规范性文件”，口径更窄，前后年度不宜直接比较。',
    'Documents of general and repeated effect on the rights and duties of the public. From 2021 the form says “administrative normative documents”, a narrower class; years before and after should not be compared directly.',
  ),
  licences: working(
    ['第二十条第（五）项'],
    `本年作出的全部行政许可决定，${decisions}。`,
    'All licensing decisions of the year, whether published or lawfully not.',
  ),
  otherServices: working(
    ['第二十条第（五）项'],
    '行政许可以外的对外管理服务事项。2021年起不再统计。',
    'Public services other than licences. Not counted from 2021 on.',
  ),
  penalties: working(
    ['第二十条第（六）项'],
    `本年作出的全部行政处罚决定，${decisions}。`,
    'All penalty decisions of the year, whether published or lawfully not.',
  ),
  coercions: working(
    ['第二十条第（六）项'],
    `本年作出的全部行政强制决定，${decisions}。`,
    'All coercion decisions of the year, whether published or lawfully not.',
  ),
  fees: working(
    ['第二十条第（八）项'],
    '行政事业性收费。2021年起填报本年收费金额，单位为万元；此前填报收费项目数量。两者不可比较。',
    'Administrative fees. From 2021 the amount in units of 10,000 yuan; before that the number of fee items. The two cannot be compared.',
  ),
  procurement: working(
    ['第二十条第（九）项'],
    '政府集中采购的项目数量和总金额。表格未注明金额单位，各机关填报有元、有万元。2021年起不再统计。',
    'Number and total amount of central procurement. The form states no unit for the amount; bodies used yuan or 10,000 yuan. Not counted from 2021 on.',
  ),
};

/** Columns of 表二. */
export const disclosureColumnDefinitions: Readonly<Record<string, Definition>> = {
  issued: working([], '1月1日至12月31日期间制发的件数。', 'Documents issued from 1 January to 31 December.'),
  repealed: working([], '1月1日至12月31日期间废止的件数。', 'Documents repealed from 1 January to 31 December.'),
  inForce: working(
    [],
    '12月31日仍然有效的件数。一般等于上年现行有效加本年制发减本年废止；集中清理可能打破这一关系。',
    'Documents in force on 31 December: as a rule last year’s figure plus those issued less those repealed, unless a general clean-up intervenes.',
  ),
  made: working([], '本年新制作的件数。', 'Documents made during the year.'),
  disclosed: working([], '本年新公开的件数。', 'Documents disclosed during the year.'),
  totalDisclosed: working(
    [],
    '截至12月31日对外公开的总件数。',
    'Documents open to the public on 31 December, of all years.',
  ),
  priorYearItems: working([], '上一年末的项目数量。', 'Number of items at the end of the year before.'),
  change: working(
    [],
    '本年项目数量的增减，减少为负数。',
    'Change in the number of items during the year, negative for a decrease.',
  ),
};
