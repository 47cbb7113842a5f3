const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/** A number from 1 to 9999 in Chinese numerals, as it is read aloud: 十二, 二十, 一百零三. */
function chinese(number: number): string {
  if (number < 1 || number > 9999) return String(number);
  let text = '';
  let gap = false;
  const written = String(number);
  for (const [at, digit] of [...written].entries()) {
    if (digit === '0') {
      gap = true;
      continue;
    }
    text += `${gap ? '零' : ''}${digits[Number(digit)]}${units[written.length - 1 - at]}`;
    gap = false;
  }
  return number < 20 ? text.replace(/^一十/, '十') : text;
}

const among =
  (signs: string) =>
  (number: number): string =>
    [...signs][number - 1] ?? String(number);

/** Signs that follow each other in Unicode; numbers beyond the last are written in digits. */
const from =
  (first: string, count: number) =>
  (number: number): string =>
    number >= 1 && number <= count ? String.fromCodePoint((first.codePointAt(0) ?? 0) + number - 1) : String(number);

/** a to z, then aa, bb and so on, as word processors count. */
const letters =
  (first: string) =>
  (number: number): string =>
    number < 1 || number > 780
      ? String(number)
      : from(first, 26)(((number - 1) % 26) + 1).repeat(Math.ceil(number / 26));

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let text = '';
  for (const [value, sign] of romans) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}

const fullWidth = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

/** How each number format of ISO/IEC 29500 (ST_NumberFormat) that reports use writes a number. */
const formats: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  japaneseDigitalTenThousand: chinese,
  chineseLegalSimplified: (number) =>
    chinese(number).replace(
      /./g,
      (sign) => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(sign)] ?? sign,
    ),
  ideographTraditional: among('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: among('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: from('①', 20),
  decimalEnclosedCircleChinese: from('①', 20),
  decimalEnclosedParen: from('⑴', 20),
  decimalEnclosedFullstop: from('⒈', 20),
  ideographEnclosedCircle: from('㊀', 10),
  lowerLetter: letters('a'),
  upperLetter: letters('A'),
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperRoman: roman,
  none: () => '',
};

/** Writes a number of a list as the format says; in digits where the format is not known. */
export function formatNumber(format: string, number: number): string {
  return (formats[format] ?? String)(number);
}
