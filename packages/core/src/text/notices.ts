/** A notice or regulation that such reports rest on: its number, the words of its title, and the report years it is for. */
export interface Notice {
  /** As written officially, for messages. */
  readonly number: string;
  readonly title: string;
  /** Matches the number in folded text, with the ways its brackets and words vary. */
  readonly numberPattern: RegExp;
  /** Matches the title between 《 and 》. */
  readonly titlePattern: RegExp;
  /** Report years for which it may be cited as the basis; null for any. */
  readonly years: { readonly from: number; readonly to: number | null } | null;
}

const year = (digits: string) => `〔?${digits}〕?`;

export const notices: readonly Notice[] = [
  {
    number: '国办公开办函〔2019〕60号',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    numberPattern: new RegExp(`国办公开办函${year('2019')}(?:第)?60号`, 'g'),
    titlePattern: /年度报告有关事项的通知$/,
    years: { from: 2019, to: 2020 },
  },
  {
    number: '国办公开办函〔2021〕30号',
    title: '国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
    numberPattern: new RegExp(`国办公开办函${year('2021')}(?:第)?30号`, 'g'),
    titlePattern: /年度报告格式[》〉>]?(?:的通知)?$/,
    years: { from: 2021, to: null },
  },
  {
    number: '国务院令第711号',
    title: '中华人民共和国政府信息公开条例',
    numberPattern: /国(?:务院)?令(?:第)?711号?/g,
    titlePattern: /^(?:中华人民共和国)?政府信息公开条例$/,
    years: { from: 2019, to: null },
  },
  {
    number: '国务院令第492号',
    title: '中华人民共和国政府信息公开条例（2007年公布）',
    numberPattern: /国(?:务院)?令(?:第)?492号?/g,
    titlePattern: /^(?:中华人民共和国)?政府信息公开条例$/,
    years: { from: 2008, to: 2018 },
  },
  {
    number: '国办函〔2020〕109号',
    title: '政府信息公开信息处理费管理办法',
    numberPattern: new RegExp(`国办函${year('2020')}(?:第)?109号`, 'g'),
    titlePattern: /^政府信息公开信息处理费管理办法$/,
    years: null,
  },
];
