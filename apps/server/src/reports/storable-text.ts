/**
 * Whether every text in a value is whole Unicode without NUL: the database holds nothing else, and nothing else is
 * text that a person wrote.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
  }
  return true;
}

export const storableMessage = '含有无法保存的字符，请删除后重试 / contains characters that cannot be stored: remove them';
