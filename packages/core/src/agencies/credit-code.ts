const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;

/**
 * Whether a text is a 统一社会信用代码 (GB 32100-2015): 18 characters without I, O, S, V, Z, of which the last is the
 * check character of the others (weights 3^i modulo 31).
 */
export function isCreditCode(code: string): boolean {
  const values = Array.from(code, (character) => alphabet.indexOf(character));
  if (values.length !== length || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % alphabet.length;
  }
  return values.at(-1) === (alphabet.length - (sum % alphabet.length)) % alphabet.length;
}
