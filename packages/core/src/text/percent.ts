/** A part of a whole in percent. */
export const inPercent = (part: number, whole: number): number => (100 * part) / whole;

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Whether a stated percentage is the exact one rounded, or cut off, in its last place: reports do both. */
export const agrees = (stated: number, exact: number, decimals: number): boolean =>
  Math.abs(stated - exact) < 10 ** -decimals + 1e-9;
