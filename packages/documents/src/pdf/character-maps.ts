const sections = /begin(?:bf|cid)range/g;
/** A range of codes with the first of the characters that they stand for; in brackets the characters stand one by one. */
const range = /\s*<([\s0-9a-f]*)>\s*<([\s0-9a-f]*)>\s*(?:<[^<>]*>|(\[[^\]]{0,4000}\])|\d+)/iy;

const codeOf = (digits: string | undefined): number => Number.parseInt((digits ?? '').replace(/\s/g, ''), 16) || 0;

/** How many codes a map (ISO 32000-1, 9.7.5 and 9.10.3) gives characters by ranges alone. */
export function mappedBy(map: string): number {
  let mapped = 0;
  for (const section of map.matchAll(sections)) {
    range.lastIndex = section.index + section[0].length;
    for (let found = range.exec(map); found !== null; found = range.exec(map)) {
      const [, low, high, list] = found;
      if (list === undefined) mapped += Math.max(0, codeOf(high) - codeOf(low) + 1);
    }
  }
  return mapped;
}
