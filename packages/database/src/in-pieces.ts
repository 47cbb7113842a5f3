/** Rows of one statement: its parameters are limited to 65,535, and no table has more than sixty columns. */
const mostRows = 1000;

/** Any number of rows in pieces that go into one statement each. */
export function* inPieces<Row>(rows: readonly Row[]): Iterable<Row[]> {
  for (let at = 0; at < rows.length; at += mostRows) yield rows.slice(at, at + mostRows);
}
