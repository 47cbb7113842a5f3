/** Units in which reports count applications, cases and documents; the tables say 件. */
export const caseUnits: ReadonlySet<string> = new Set([
  '',
  '件',
  '条',
  '宗',
  '起',
  '例',
  '份',
  '封',
  '笔',
  '个',
  '次',
  '项',
  '件次',
]);

/** Units of money, and how many 万元 one of each is. */
export const moneyUnits: Readonly<Record<string, number>> = { 元: 0.0001, 千元: 0.1, 万元: 1, 亿元: 10_000 };
