/** A value as formulas have it; null is an empty cell. An error spreads through what reads it. */
export type FormulaValue = number | string | boolean | null | FormulaError;

export class FormulaError {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** What a function is given: one value, or the values of a range. */
export type FormulaOperand = FormulaValue | readonly FormulaValue[];

export const isRange = (operand: FormulaOperand): operand is readonly FormulaValue[] => Array.isArray(operand);

const valueError = new FormulaError('#VALUE!');

/** The number that a single value stands for in arithmetic. */
export function toNumber(value: FormulaValue): number | FormulaError {
  if (value instanceof FormulaError) return value;
  if (typeof value === 'string') return value.trim() === '' || Number.isNaN(Number(value)) ? valueError : Number(value);
  return Number(value);
}

function toCondition(value: FormulaValue): boolean | FormulaError {
  const number = typeof value === 'boolean' ? value : toNumber(value);
  return number instanceof FormulaError ? number : Boolean(number);
}

const rank = (value: FormulaValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** Compares as Excel does: an empty cell is 0 or no text, as the other side is; any number is below any text. */
export function compare(a: FormulaValue, b: FormulaValue): number | FormulaError {
  if (a instanceof FormulaError) return a;
  if (b instanceof FormulaError) return b;
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof left === 'string' ? '' : 0);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  return left === right ? 0 : left < right ? -1 : 1;
}

const flat = (operands: readonly FormulaOperand[]): readonly FormulaValue[] => operands.flat();
const only = (operand: FormulaOperand | undefined): FormulaValue =>
  operand === undefined ? null : isRange(operand) ? (operand[0] ?? null) : operand;
const firstError = (values: readonly FormulaValue[]) => values.find((value) => value instanceof FormulaError);

/** Numbers of ranges and arguments; texts and empty cells are passed over. */
const numbers = (operands: readonly FormulaOperand[]) => flat(operands).filter((value) => typeof value === 'number');

const total = (operands: readonly FormulaOperand[]): FormulaValue =>
  firstError(flat(operands)) ?? numbers(operands).reduce((sum, value) => sum + value, 0);

function conditions(operands: readonly FormulaOperand[], every: boolean): FormulaValue {
  const values = flat(operands).map(toCondition);
  return firstError(values) ?? (every ? values.every(Boolean) : values.some(Boolean));
}

/** Applies a function of one value to each value of a range, as array formulas do. */
const each = (operand: FormulaOperand | undefined, of: (value: FormulaValue) => FormulaValue): FormulaOperand =>
  operand !== undefined && isRange(operand) ? operand.map(of) : of(only(operand));

const rounded = (value: FormulaValue, digits: number): FormulaValue => {
  const number = toNumber(value);
  return number instanceof FormulaError ? number : Math.round(number * 10 ** digits) / 10 ** digits;
};

/** The functions that the workbooks use, as Excel defines them for such arguments. IF is none: it leaves out a branch. */
export const functions: Readonly<Record<string, (operands: readonly FormulaOperand[]) => FormulaOperand>> = {
  SUM: total,
  COUNT: (operands) => numbers(operands).length,
  COUNTA: (operands) => flat(operands).filter((value) => value !== null).length,
  COUNTIF: ([range = null, wanted = null]) =>
    flat([range]).filter((value) => compare(value, only(wanted)) === 0).length,
  AND: (operands) => conditions(operands, true),
  OR: (operands) => conditions(operands, false),
  NOT: (operands) => {
    const value = toCondition(only(operands[0]));
    return value instanceof FormulaError ? value : !value;
  },
  ISNUMBER: ([operand]) => each(operand, (value) => typeof value === 'number'),
  ISBLANK: ([operand]) => each(operand, (value) => value === null),
  INT: ([operand]) => {
    const number = toNumber(only(operand));
    return number instanceof FormulaError ? number : Math.floor(number);
  },
  ROUND: ([operand, digits]) => rounded(only(operand), Number(only(digits))),
  FIND: ([wanted, within]) =>
    each(within, (value) => {
      const at = String(value ?? '').indexOf(String(only(wanted)));
      return at === -1 ? valueError : at + 1;
    }),
  SUMPRODUCT: total,
  SUBTOTAL: ([, ...operands]) => total(operands),
};
