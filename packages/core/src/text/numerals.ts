const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The whole number that Chinese numerals write: 十二, 一百零三, 两千, 三万五千; digit by digit as in 二零二四. Null when the
 * characters are no number.
 */
export function parseChineseNumeral(text: string): number | null {
  if (/^[零一二三四五六七八九]{2,}$/.test(text)) return Number(Array.from(text, (c) => digits[c] ?? 0).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = digits[character];
    const place = places[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (place !== undefined) {
      if (digit === null && (place !== 10 || section !== 0)) return null;
      section += (digit ?? 1) * place;
      digit = null;
    } else if (character === '万' || character === '亿') {
      section += digit ?? 0;
      if (section === 0) return null;
      total = (total + section) * (character === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return text === '' ? null : total + section + (digit ?? 0);
}
