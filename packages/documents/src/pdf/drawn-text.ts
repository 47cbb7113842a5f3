/**
 * Radicals that fonts give back for the characters that look the same and that Unicode's own compatibility forms do not
 * join to them.
 */
const radicals: ReadonlyMap<string, string> = new Map(
  '⺁厂⺄乙⺆冂⺇几⺋卩⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彐⺗心⺝月⺟母⺠民⺡水⺢水⺤爪⺥爪⺦丬⺧牛⺨犬⺫目⺬示⺭示⺮竹⺯糸⺰纟⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⻀艹⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯竜⻰龙'
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]) ?? [],
);

const compatible = /[\u2329\u232a\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb4f]/;
const setUpright = /[\ufe10-\ufe19\ufe30-\ufe4f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts give control characters back, which nobody sees
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000e-\u001f]/g;
const plain = /^[\u0020-\u007e\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e]$/;

/** Signs that fonts for vertical text draw on their side, as they stand in a line. */
function uprightSign(sign: string): string {
  const code = sign.normalize('NFKC').charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : sign.normalize('NFKC');
}

/** Brings what a font gives back for a drawn character into the form in which a person would type it. */
export function drawnText(unicode: string): string {
  if (plain.test(unicode)) return unicode;
  let text = unicode.replace(unseen, '').replace(/[\u00a0\u2000-\u200a\u202f\t\n\r]/g, ' ');
  if (compatible.test(text)) text = [...text].map((sign) => radicals.get(sign) ?? sign.normalize('NFKC')).join('');
  if (setUpright.test(text))
    text = [...text].map((sign) => (setUpright.test(sign) ? uprightSign(sign) : sign)).join('');
  return text;
}

/** Scripts and signs that reports are written in. */
const known =
  /^[\s\u0021-\u007e\u00a0-\u00ff\u0391-\u03c9\u2000-\u206f\u20ac\u2100-\u22ff\u2460-\u27bf\u2e80-\u31ef\u3200-\u9fff\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6f\uff00-\uffef\u{1f000}-\u{1faff}\u{20000}-\u{323af}]*$/u;

/** Whether what a font gave back is of a script in which no report is written, as where it does not say what it draws. */
export const isStrange = (text: string): boolean => !known.test(text);
