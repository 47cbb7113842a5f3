import { compact } from '../labels/normalise.ts';

type Numbering = 'chinese' | 'bracketedChinese' | 'digit' | 'bracketedDigit' | 'span';

interface Entry {
  readonly numbering: Numbering;
  readonly number: number;
  readonly label: string;
}

const numerals = '一二三四五六七八九十';
const forms: readonly (readonly [numbering: Numbering, pattern: RegExp])[] = [
  ['bracketedChinese', /^[（(]([一二三四五六七八九十]{1,3})[）)][、.．]?/],
  ['bracketedDigit', /^[（(]([\d０-９]{1,2})[）)][、.．]?/],
  ['chinese', /^([一二三四五六七八九十]{1,3})[、.．]/],
  ['digit', /^([\d０-９]{1,2})[、.．](?![\d０-９])/],
];
const deepest = 7;
const among = /^其中[:：]?/;

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [tens = '', units] = text.split('十');
  const digit = (numeral: string) => numerals.indexOf(numeral) + 1;
  return units === undefined ? digit(tens) : (tens === '' ? 1 : digit(tens)) * 10 + digit(units);
}

/**
 * Follows the numbers of a table's rows (一、 （一） 1.) and tells what each row stands under. A list that begins anew
 * under a row of the same kind of number (“4.…其中：1.…”) is told by what follows on which number.
 */
export class Outline {
  #open: Entry[] = [];

  /** Takes the next row in; gives its label without number and the labels that it stands under. */
  row(written: string): { readonly label: string; readonly group: readonly string[] } {
    const text = written.trim().replace(among, '');
    for (const [numbering, pattern] of forms) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const label = text.slice(match[0].length).trim();
      this.#enter({ numbering, number: numberOf(compact(match[1] ?? '')), label });
      return { label, group: this.#open.slice(0, -1).map((entry) => entry.label) };
    }
    return { label: text, group: this.#open.map((entry) => entry.label) };
  }

  /** A label that spans several rows stands over all until the next one. */
  span(written: string): void {
    const { label } = this.row(written);
    this.#open = [{ numbering: 'span', number: 0, label }];
  }

  #enter(entry: Entry): void {
    const { numbering, number } = entry;
    const follows = this.#open.findLastIndex((open) => open.numbering === numbering && open.number === number - 1);
    const alike = this.#open.findLastIndex((open) => open.numbering === numbering);
    const at = follows >= 0 || number === 1 ? follows : alike;
    const outermost = numbering === 'chinese' && number === 1;
    this.#open = [...(outermost ? [] : this.#open.slice(0, at < 0 ? deepest : at)), entry];
  }
}
