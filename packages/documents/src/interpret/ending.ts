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
  /^(?:【?打印|【?关闭|上一[篇条页]|下一[篇条页]|版权所有|主办单位|主办[:：]|承办单位|网站标识码|政府网站标识码|相关链接|友情链接|相关文章|相关阅读|扫一扫|分享到|Copyright|©)|ICP备|公网安备|网站标识码/i;

const lines = (items: readonly ZonedItem[]): SourceLine[] =>
  items.filter((item): item is SourceLine => item.kind === 'line' && item.text !== '');

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
  const items = cut === undefined ? [...all] : all.slice(0, all.indexOf(cut));
  const facts = text
    .filter((line) => isMetadataLine(line.text))
    .reduce((known, line) => mergeFacts(known, readFields(line.text)), noFacts);
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
  return { items: kept.filter((item) => !remove.has(item)), signature, writtenOn, facts };
}
