import type { Report } from '../report/report.ts';

const otherBody =
  /局|委(?!托)|办(?!理|结|复|毕|件|法)|厅|科室|处室|站|所(?!有|列|涉|需|属信息)|院|镇|乡|街道|社区|村|部门|单位|公司|中心|县|区(?!分)|市(?!民)|省/;
const self =
  /(?:我|本|全)(?:省|市|县|区|旗|州|盟|局|委|办|厅|部|署|镇|乡|街道|街|单位|机关|部门|中心|院|所|站|处|队|系统|地区|辖区|办公室|办事处|街办|开发区|管委会|行政机关|行政区域|级)(?:各级)?(?:行政机关|政府|办公室|办事处)?/g;
/** A figure of the whole region is no figure of one of its departments. */
const wholeRegion = /全(?:省|市|县|区|州|旗|盟)/;
const channel =
  /网上|网络|线上|线下|网站|平台|邮箱|邮件|信函|邮[寄递政]|快递|信件|来信|来函|当面|现场|窗口|传真|电话|微信|系统|书面|口头|当场/;
const everyChannel = /等(?:多种|各种)?(?:渠道|方式|形式|途径)|(?:各种|多种|各类|任何)(?:渠道|方式|形式|途径)/;
const otherTime =
  /[上下]半年|季度|去年|上一?年|往年|历年|近[两二三四五\d]年|同期|以来|(?<!\d)(?:[2-9]|1[01])月|(?<!\d)1月(?!1日|至|到|-|—|－)/;
const change =
  /(?:增加|减少|增长|下降|上升|回落|提高|降低|增至|减至|降至|[增减多少])(?:了|到|至)?$|同比|环比|相比|相较|比例|平均|[日月]均|每/;
const otherThing =
  /(?:关于|涉及|针对)(?!政府信息公开|信息公开|依申请|政务公开)|主要是|超期|超时|逾期(?!不|未)|未按[期时]|转办|转送|移送|撤回|撤销申请|主动撤|补正通知|告知补正|受理通知|咨询|留言|热线|建议|提案|申请人次/;

const shortened = (name: string): string => name.replaceAll('人民政府', '政府');

/** The words without the organ's own name, or the longest piece of it that stands there. */
function withoutOwnName(words: string, agency: string): string {
  const name = shortened(agency);
  let rest = shortened(words);
  for (let length = Math.min(name.length, 16); length >= 2; length -= 1) {
    for (let at = 0; at + length <= name.length; at += 1) {
      const piece = name.slice(at, at + length);
      if (rest.includes(piece)) rest = rest.replaceAll(piece, '');
    }
  }
  return rest;
}

/**
 * True where the words beside a figure tie it to another body, a channel or a part of the year: it, and what the sentence
 * goes on to say, is not the figure of the whole report.
 */
export function isOfSomethingElse(words: string, report: Pick<Report, 'agency'>): boolean {
  if (wholeRegion.test(words) && report.agency !== null && !/政府$/.test(report.agency)) return true;
  const mine = words.replace(self, '');
  const rest = report.agency === null ? mine : withoutOwnName(mine, report.agency);
  return otherBody.test(rest) || otherTime.test(words) || (channel.test(words) && !everyChannel.test(words));
}

/** True where the words make a figure a change, an average or the count of another thing. */
export const isNoTotal = (words: string): boolean => change.test(words) || otherThing.test(words);

/** True where the last year named before a figure is another than the report's. */
export function isOfAnotherYear(before: string, year: number | null): boolean {
  const named = [...before.matchAll(/(20\d{2})年/g)].at(-1)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}
