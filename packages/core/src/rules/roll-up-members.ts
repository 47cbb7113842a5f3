import { profileFromName } from '../agencies/agency-name.ts';
import { knownFigure } from '../figures/known-figure.ts';
import type { Report } from '../report/report.ts';
import type { CheckInput, Failure, Member, PredicateRule } from './rule.ts';

const noCells = () => [];

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

/** Whether two reports of one format give the same figures, at least one of them above 0. */
function sameFigures(one: Report, other: Report): boolean {
  if (one.format === null || one.format !== other.format) return false;
  const keys = new Set([...Object.keys(one.facts), ...Object.keys(other.facts)]);
  const figures = [...keys].map((key) => [knownFigure(one.facts, key), knownFigure(other.facts, key)] as const);
  return figures.every(([left, right]) => left === right) && figures.some(([figure]) => (figure ?? 0) > 0);
}

const hasFigures = ({ report }: Member) =>
  Object.values(report?.facts ?? {}).some((value) => typeof value === 'number' && value > 0);

function* countedTwice({ report, members }: CheckInput): Iterable<Failure> {
  const times = new Map<string, Member[]>();
  for (const member of members ?? []) {
    const same = times.get(plain(member.name)) ?? [];
    times.set(plain(member.name), [...same, member]);
  }
  for (const [first, ...more] of times.values()) {
    if (first === undefined || more.length === 0) continue;
    const problem = `在成员中出现${more.length + 1}次`;
    const problemEn = `is among the members ${more.length + 1} times`;
    yield { instance: first.id, values: { name: first.name, problem, problemEn } };
  }
  for (const member of members ?? []) {
    const own = member.report;
    if (own === null) continue;
    if (report.agency !== null && own.agency !== null && plain(own.agency) === plain(report.agency)) {
      const [problem, problemEn] = ['作为成员报送的就是本级汇总报告', 'is this roll-up itself, filed as a member'];
      yield { instance: member.id, values: { name: member.name, problem, problemEn } };
    } else if (
      member.role === 'ownOffice' &&
      sameFigures(own, report) &&
      members?.some((other) => other !== member && hasFigures(other))
    ) {
      const problem = '自身的报告与本级汇总报告数据完全相同，而其他成员另有数据';
      const problemEn = 'has the figures of the roll-up as its own, while other members have figures too';
      yield { instance: member.id, values: { name: member.name, problem, problemEn } };
    }
  }
}

/** Rule 20: what an office did itself and what the government rolls up are two reports, and nobody counts twice. */
export const rollUpOwnOffice: PredicateRule = {
  kind: 'predicate',
  id: 'ROLL-UP-OWN-OFFICE',
  number: 20,
  severity: 'error',
  regradable: true,
  basis: '条例第四十九条：机关自身的年度报告与本级政府的年度报告是两份报告',
  needs: ['members'],
  title: { zh: '汇总中有重复计算', en: 'Somebody is counted twice in the roll-up' },
  message: { zh: '“{name}”{problem}，数据会重复计算。', en: '“{name}” {problemEn}, so its figures count twice.' },
  instruction: {
    zh: '请让每个机关只以自身的报告计入一次；办公厅（室）自身的数据另填一份报告。',
    en: 'Let every body count once, with its own report; the office’s own figures go into a report of its own.',
  },
  cells: (format) => format.cells.map(({ key }) => key),
  readsText: false,
  check: countedTwice,
};

/** Rule 21. Told by what is known of the member, else by its name; a region may count such bodies in. */
export const rollUpVertical: PredicateRule = {
  kind: 'predicate',
  id: 'ROLL-UP-VERTICAL',
  number: 21,
  severity: 'warning',
  regradable: true,
  basis: '条例第四条：实行垂直领导的部门由其上级主管部门管理，年度报告不计入地方',
  needs: ['members'],
  title: { zh: '汇总中有垂直管理机关', en: 'A vertically managed body in a local sum' },
  message: {
    zh: '“{name}”实行垂直管理，其数据一般由上级主管部门汇总，不计入地方。',
    en: '“{name}” is managed from above; its figures usually count there and not in the local sum.',
  },
  instruction: {
    zh: '请从汇总中去掉；本地规定计入的，请在地区设置中打开，或者写明情况说明。',
    en: 'Take it out of the sum; where local rules count it in, set that for the region or explain it.',
  },
  cells: noCells,
  readsText: false,
  *check({ members, settings }): Iterable<Failure> {
    if (settings.verticalBodiesInRollUp) return;
    for (const { id, name, profile, report } of members ?? []) {
      const { kind } = profile ?? profileFromName(name);
      if (kind === 'verticalBody' && report !== null) yield { instance: id, values: { name } };
    }
  },
};

/** Rule 22. In a roll-up all who counted besides the lead are named; in an organ’s own report only that organ. */
export const rollUpJoint: PredicateRule = {
  kind: 'predicate',
  id: 'ROLL-UP-JOINT',
  number: 22,
  severity: 'warning',
  regradable: true,
  basis: '条例第十条：多个机关共同制作的政府信息由牵头制作的机关负责公开',
  needs: ['jointDocuments'],
  title: { zh: '联合发文由牵头机关以外的机关计数', en: 'A joint document is counted by others than its lead' },
  message: {
    zh: '联合发文《{title}》由“{lead}”牵头，但{names}也计了数。',
    en: 'The joint document “{title}” is led by “{lead}”, yet {names} counted it too.',
  },
  instruction: {
    zh: '联合发文只由牵头机关计1件，请其他机关减去。',
    en: 'Only the lead counts a joint document, once; the others take it off.',
  },
  cells: noCells,
  readsText: false,
  *check({ jointDocuments, members, report }): Iterable<Failure> {
    const own = plain(report.agency ?? '');
    for (const { title, lead, countedBy } of jointDocuments ?? []) {
      const others = countedBy.filter((name) => plain(name) !== plain(lead));
      const names = members === null ? others.filter((name) => plain(name) === own) : others;
      if (names.length === 0) continue;
      yield {
        instance: title,
        expected: 1,
        actual: names.length + Number(countedBy.length > others.length),
        values: { title, lead, names },
      };
    }
  },
};
