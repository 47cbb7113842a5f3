import { compact } from '../labels/normalise.ts';
import type { SourceLine } from '../source/source.ts';
import { isOrganName } from './agency-name.ts';
import { findDate, isDateLine } from './dates.ts';
import { isFurniture, isMetadataLine } from './furniture.ts';
import type { FurnitureFacts } from './metadata-fields.ts';
import { mergeFacts, noFacts, readFields } from './metadata-fields.ts';
import type { ZonedItem } from './table-zones.ts';

export interface Ending {
  readonly items: readonly ZonedItem[];
  readonly signature: { readonly name: string; readonly line: SourceLine } | null;
  readonly writtenOn: string | null;
  readonly facts: FurnitureFacts;
}

/** What a page has after its text; nothing behind such a line belongs to the report. */
const afterText =
  /^(?:[【[]?(?:打印|关闭|返回顶部|返回列表|收藏)|上一[篇条页]|下一[篇条页]|版权所有|主办单位|主办[:：]|承办单位|网站标识码|政府网站标识码|相关(?:链接|文章|阅读|附件|新闻|信息|稿件|文档)(?:$|[:：\s])|友情链接|扫一扫|扫描二维码|分享到|(?:本站)?(?:访问统计|总?访问(?:总)?量)|您是第|网站地图|站点地图|联系我们|关于我们|网站声明|隐私声明|法律声明|网站支持IPv6|政府网站找错|Copyright|©)|ICP备|公网安备|网站标识码/i;

const lines = (items: readonly ZonedItem[]): SourceLine[] =>
  items.filter((item): item is SourceLine => item.kind === 'line' && item.text !== '');

/** What lines of furniture among others say of the report. */
export const factsOfLines = (items: readonly ZonedItem[]): FurnitureFacts =>
  lines(items)
    .filter((line) => isMetadataLine(line.text))
    .reduce((known, line) => mergeFacts(known, readFields(line.text)), noFacts);

/** The items without the links and pictures at their end, which lead elsewhere on the site. */
function withoutLinks(items: readonly ZonedItem[]): readonly ZonedItem[] {
  const last = items.findLastIndex((item) => item.kind !== 'line' || (item.text !== '' && item.part !== 'link'));
  const links = items.slice(last + 1).some((item) => item.kind === 'line' && item.part === 'link');
  return links ? items.slice(0, last + 1) : items;
}

interface Signed {
  readonly name: string;
  readonly date: string | null;
}

function signed(line: SourceLine): Signed | null {
  const text = compact(line.text);
  const match = /^(.{2,40}?)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)$/.exec(text);
  const name = (match?.[1] ?? text).replace(/^[(（]|[)）]$/g, '');
  return isOrganName(name) && name.length >= 3
    ? { name, date: match === null ? null : findDate(match[2] ?? '') }
    : null;
}

/** Takes the signature, its date and the page's furniture off the end of the last section. */
export function readEnding(all: readonly ZonedItem[]): Ending {
  const text = lines(all);
  const cut = text.find((line) => afterText.test(line.text));
  const items = withoutLinks(cut === undefined ? all : all.slice(0, all.indexOf(cut)));
  const kept = items.filter((item) => item.kind !== 'line' || (!isFurniture(item.text) && !isMetadataLine(item.text)));
  let writtenOn: string | null = null;
  let signature: Ending['signature'] = null;
  const remove = new Set<ZonedItem>();
  for (const line of lines(kept).slice(-4).reverse()) {
    if (writtenOn === null && isDateLine(line.text)) {
      writtenOn = findDate(line.text);
      remove.add(line);
      continue;
    }
    const found: Signed | null = signature === null ? signed(line) : null;
    if (found !== null && (writtenOn !== null || found.date !== null)) {
      signature = { name: found.name, line };
      writtenOn ??= found.date;
      remove.add(line);
    }
  }
  return { items: kept.filter((item) => !remove.has(item)), signature, writtenOn, facts: factsOfLines(all) };
}
