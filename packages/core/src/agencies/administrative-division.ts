import type { AgencyLevel } from './agency.ts';

/**
 * What a part of a name such as 某省某市某县 says of the division it names. A 市 alone is a `city`: only the divisions
 * before it or a register can tell whether it is a prefecture's or a county's equal. A `zone` (开发区, 新区) has no level
 * of its own in law.
 */
export type DivisionKind = 'province' | 'autonomousPrefecture' | 'prefecture' | 'city' | 'county' | 'zone';

export interface Divisions {
  readonly kinds: readonly DivisionKind[];
  /** What follows the divisions: the body itself. */
  readonly rest: string;
}

interface Fixed {
  readonly pattern: RegExp;
  readonly kind: DivisionKind;
}

const provinces =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾';

/** Divisions with an ending that nothing else has, tried in this order. */
const fixed: readonly Fixed[] = [
  { pattern: /^(?:北京|上海|天津|重庆)市/, kind: 'province' },
  { pattern: /^(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区/, kind: 'province' },
  { pattern: new RegExp(`^(?:${provinces})省`), kind: 'province' },
  { pattern: /^[^省市县区局委厅办]{2,14}?自治州/, kind: 'autonomousPrefecture' },
  { pattern: /^[^省市县区局委厅办]{2,16}?自治[县旗]/, kind: 'county' },
  { pattern: /^神农架林区/, kind: 'county' },
  { pattern: /^[^省市县区局委厅办]{2,6}?地区(?=.)/, kind: 'prefecture' },
  { pattern: /^[^省市县区局委厅办联同]{2,6}?盟(?=.)/, kind: 'prefecture' },
  { pattern: /^[城郊矿]区(?=人民政府)/, kind: 'county' },
];

const longestName = 8;
const zone = /(?:开发|高新|经开|新|园|示范|度假|风景|名胜|保税|保护|产业|工业|管理|试验|功能|合作|集聚)区$/;
const partOfBody = /[局委厅办部院队站所校]/;
/** Words that begin with 市, 县 or 区 and belong to the body: 某市市场监督管理局. */
const bodyWord = /^(?:市[场政容民级直域]|县[级域乡直]|区[域划级直])/;
const shortestName: Readonly<Record<string, number>> = { 市: 2, 县: 1, 区: 2, 旗: 2 };

/** A 市, 县, 区 or 旗 at the start of the text, which also stand inside names (津市市, 沙市区, 赣县区) and words (城市). */
function cityOrCounty(text: string): { kind: DivisionKind; length: number } | null {
  for (let at = 1; at < Math.min(text.length, longestName); at += 1) {
    if (partOfBody.test(text.charAt(at))) return null;
    const shortest = shortestName[text.charAt(at)];
    if (shortest === undefined || at < shortest) continue;
    const rest = text.slice(at + 1);
    if (/^[市县区旗]/.test(rest) && !bodyWord.test(rest)) continue;
    const name = text.slice(0, at + 1);
    if (zone.test(name)) return { kind: 'zone', length: name.length };
    return { kind: name.endsWith('市') ? 'city' : 'county', length: name.length };
  }
  return null;
}

function next(text: string): { kind: DivisionKind; length: number } | null {
  for (const { pattern, kind } of fixed) {
    const match = pattern.exec(text);
    if (match !== null) return { kind, length: match[0].length };
  }
  return cityOrCounty(text);
}

/** Takes the administrative divisions off the front of a body's name, from the largest to the smallest. */
export function readDivisions(name: string): Divisions {
  const kinds: DivisionKind[] = [];
  let rest = name;
  for (let found = next(rest); found !== null; found = next(rest)) {
    kinds.push(found.kind);
    rest = rest.slice(found.length);
  }
  return { kinds, rest };
}

/** The level of the last division, or null where the name can't tell. */
export function levelOf(kinds: readonly DivisionKind[]): AgencyLevel | null {
  const last = kinds.at(-1);
  const above = kinds.at(-2);
  switch (last) {
    case 'province':
      return 'provincial';
    case 'autonomousPrefecture':
    case 'prefecture':
      return 'prefectural';
    case 'county':
      return 'county';
    case 'city':
      return above === 'city' || above === 'autonomousPrefecture' || above === 'prefecture' ? 'county' : null;
    case 'zone':
    case undefined:
      return null;
  }
}

/**
 * Whether the government of the last division may make 规章: provinces, 设区的市 and 自治州 may (立法法 art. 93), 盟 and 地区
 * are no such governments. Null where the name can't tell.
 */
export function governmentMayMakeRegulations(kinds: readonly DivisionKind[]): boolean | null {
  const last = kinds.at(-1);
  if (last === 'province' || last === 'autonomousPrefecture') return true;
  if (last === 'prefecture') return false;
  return levelOf(kinds) === 'county' ? false : null;
}
