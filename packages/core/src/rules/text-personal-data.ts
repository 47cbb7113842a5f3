import type { Report } from '../report/report.ts';
import type { PersonalNumber } from '../text/identity-numbers.ts';
import { personalNumbers } from '../text/identity-numbers.ts';
import type { Passage } from '../text/passages.ts';
import { passagesOf, placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const names: Readonly<Record<PersonalNumber['kind'], { readonly zh: string; readonly en: string }>> = {
  identityCard: { zh: '身份证号码', en: 'an identity number' },
  bankCard: { zh: '银行卡号', en: 'a bank-card number' },
  mobile: { zh: '手机号码', en: 'a mobile number' },
};

const contactWords =
  /(?:联系|咨询|监督|办公|值班|举报|投诉|服务)?(?:电话|热线|方式|手机)(?:号码)?(?:：|为|是)?[^。；]{0,24}$|传真|邮编|邮箱/;

/** Words by which a report invites the reader to get in touch, wherever its author put them. */
const invitation = /如(?:有|对)[^。]{0,60}(?:疑问|意见|问题|建议)|请(?:与|联系)/;
const ofPerson = /申请人|当事人|群众|居民|村民|同志|先生|女士|某/;

/** The office's own numbers: those of the contact, and those that the text gives as a way to reach the office. */
function isOfficeNumber(report: Report, passage: Passage, number: PersonalNumber): boolean {
  const digits = number.digits.replace(/^86(?=1)/, '');
  const stated = report.contact?.phones.some((phone) => phone.replace(/\D/g, '').endsWith(digits)) ?? false;
  if (stated) return true;
  if (passage.text.charAt(number.end) === '@') return true;
  const before = passage.text.slice(Math.max(0, number.start - 30), number.start);
  if (ofPerson.test(before) || !contactWords.test(before)) return false;
  return passage.section === 'preface' || invitation.test(passage.text.slice(0, number.start));
}

const homeAddress =
  /(?:家住|家庭住址|家庭地址|现住址?|住址|户籍地址?|户籍所在地|居住地址?)(?:为|在|是|：)?[^，。；\n]{2,40}?\d+(?:号|室|栋|幢|单元|组)/g;

const withoutQuote = (passage: Passage, span: { readonly start: number; readonly end: number }, quote: string) => ({
  ...placeOf(passage, span.start, span.end),
  quote,
});

function* failures({ report }: CheckInput): Iterable<Failure> {
  for (const passage of passagesOf(report)) {
    for (const number of personalNumbers(passage.text, passage.kind === 'table' || passage.kind === 'localRow')) {
      if (number.kind === 'mobile' && isOfficeNumber(report, passage, number)) continue;
      const { zh, en } = names[number.kind];
      yield {
        instance: number.kind,
        actual: number.masked,
        place: withoutQuote(passage, number, number.masked),
        values: { kind: zh, kindEn: en },
      };
    }
    for (const match of passage.text.matchAll(homeAddress)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const masked = `${match[0].slice(0, 6)}****`;
      yield {
        instance: 'homeAddress',
        severity: 'warning',
        actual: masked,
        place: withoutQuote(passage, span, masked),
        values: { kind: '个人住址', kindEn: 'a home address' },
      };
    }
  }
}

export const textPersonalDataRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'PERSONAL-DATA',
    number: 46,
    severity: 'error',
    regradable: false,
    basis: '政府信息公开条例第十五条；个人信息保护法第三十四条',
    title: { zh: '含有个人信息', en: 'Personal data' },
    message: {
      zh: '文中有{kind}（{actual}）。',
      en: 'The text contains {kindEn} ({actual}).',
    },
    instruction: {
      zh: '发布前删除；是单位对外联系电话的，写入报告的联系方式。',
      en: 'Delete it before publication; a telephone of the office belongs in the report’s contact.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: failures,
  },
];
