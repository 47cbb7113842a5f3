const chinaOffset = 8 * 60 * 60 * 1000;

/** The calendar day in China (UTC+8, no summer time) of an instant given in ISO form; both as ISO text. */
export function chinaDate(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  return new Date(at + chinaOffset).toISOString().slice(0, 10);
}
