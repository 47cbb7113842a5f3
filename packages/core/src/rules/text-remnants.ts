import type { Report } from '../report/report.ts';
import { narrativeOf, passagesOf, placeOf } from '../text/passages.ts';
import { remnants } from '../text/remnants.ts';
import { foreignSelfReferences } from '../text/self-references.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

function* leftFromTemplate({ report }: CheckInput): Iterable<Failure> {
  for (const passage of passagesOf(report)) {
    const taken: number[] = [];
    for (const { id, phrase } of remnants) {
      for (const match of passage.text.matchAll(phrase)) {
        if (taken.includes(match.index)) continue;
        taken.push(match.index);
        const place = placeOf(passage, match.index, match.index + match[0].length);
        yield { instance: id, actual: place.quote, place };
      }
    }
  }
  yield* otherYear(report);
}

/** The first paragraph that opens with a year: “2022年，我局…” in the report of 2023 is last year's text. */
function* otherYear(report: Report): Iterable<Failure> {
  if (report.year === null) return;
  const first = narrativeOf(report).find(
    ({ sectionId, kind, text }) => sectionId === 'overview' && kind === 'paragraph' && text.length > 20,
  );
  const match =
    first === undefined ? null : /^(?:（[一1]）[^。]{0,12}[。：]?)?(20\d{2})年(?:度)?(?:，|我|本|全)/.exec(first.text);
  if (first === undefined || match === null || Number(match[1]) === report.year) return;
  if (first.text.includes(`${report.year}年`)) return;
  yield {
    instance: 'year',
    expected: `${report.year}年`,
    actual: `${match[1]}年`,
    place: placeOf(first, 0, match[0].length),
  };
}

/** A name without the words that a title may leave out: 青岚镇 for 青岚镇人民政府. */
const bare = (name: string): string => name.replace(/人民政府|[\s（）]/g, '').replace(/(?:政府|办事处)$/, '');

const subjectOfTitle = /^(?:20\d{2}年度?(?!度))?([^\d，。]{2,30}?)(?:关于)?(?:20\d{2}年(?:度)?)?(?:政府|政务)信息公开/;

/** Whether two names can be of one body: one inside the other, or the same but for places in front or letters between. */
function sameBody(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length || short.slice(-4) === long.slice(-4);
}

function* foreignNames({ report }: CheckInput): Iterable<Failure> {
  if (report.agency === null) return;
  const agency = bare(report.agency);
  const title = passagesOf(report)[0];
  const subject = title === undefined ? null : subjectOfTitle.exec(title.text);
  const named = subject?.[1] ?? '';
  const name = bare(named);
  const isBody = /(?:局|委员会|办公室|镇|乡|街道|政府|办事处|中心|厅)$/.test(named);
  if (title !== undefined && subject !== null && isBody && !sameBody(name, agency)) {
    yield { instance: 'title', expected: report.agency, actual: named, place: placeOf(title, 0, subject[0].length) };
  }
  for (const passage of narrativeOf(report)) {
    const reference = foreignSelfReferences(passage.text, report.agency)[0];
    if (reference === undefined) continue;
    const place = placeOf(passage, reference.start, reference.end);
    yield { instance: 'self', expected: report.agency, actual: reference.says, place };
    return;
  }
}

export const textRemnantRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEMPLATE-REMNANT',
    number: 44,
    severity: 'warning',
    regradable: true,
    basis: '审核实践：模板提示语、占位符和往年内容应在定稿前清除',
    title: { zh: '留有模板痕迹', en: 'Something of the template was left in' },
    message: {
      zh: '“{quote}”是模板提示、占位符或往年内容。',
      en: '“{quote}” is an instruction, a placeholder or text of another year.',
    },
    instruction: { zh: '填写实际内容或删除。', en: 'Put in what is meant, or delete it.' },
    needs: [],
    readsText: true,
    cells: () => [],
    check: leftFromTemplate,
  },
  {
    kind: 'predicate',
    id: 'FOREIGN-NAME',
    number: 44,
    severity: 'warning',
    regradable: true,
    basis: '审核实践：套用其他单位报告时留下的名称',
    title: { zh: '出现其他单位的名称', en: 'Another body’s name' },
    message: {
      zh: '“{quote}”中的{actual}与本报告的单位{expected}不符。',
      en: '“{quote}”: {actual} does not fit the body that reports, {expected}.',
    },
    instruction: {
      zh: '改为本单位名称，并通读全文检查其他套用内容。',
      en: 'Put the right name, and read the text through for more of the same.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: foreignNames,
  },
];
