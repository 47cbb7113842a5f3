import type postgres from 'postgres';

/**
 * The lines of a `copy … to stdout`. The driver stops reading from its connection while whoever takes the lines is slow,
 * and goes on when they ask for more; at the end of the lines nobody asks, and the connection would be left unread for
 * ever. Here it is always read again before the next statement.
 */
export async function* copiedLines(transaction: postgres.TransactionSql, copy: string): AsyncGenerator<Uint8Array> {
  const lines = await transaction.unsafe(copy).readable();
  try {
    yield* lines;
  } finally {
    lines._read(0);
  }
}
