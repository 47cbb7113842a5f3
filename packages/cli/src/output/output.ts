import { once } from 'node:events';

/** Where a command writes; `colour` is true for a terminal that shows it. */
export interface Output {
  readonly colour: boolean;
  write(text: string): Promise<void>;
}

/** The reader of the output went away, as `head` does; nothing is left to do. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** Standard output that waits for its reader, and colours only for a terminal and where NO_COLOR is not set. */
export function standardOutput(): Output {
  const stream = process.stdout;
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  const forced = (process.env.FORCE_COLOR ?? '') !== '' && process.env.FORCE_COLOR !== '0';
  const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';
  return {
    colour: !plain && (forced || stream.isTTY === true),
    async write(text) {
      if (closed) throw new OutputClosed();
      if (stream.write(text)) return;
      const waiting = new AbortController();
      const { signal } = waiting;
      await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(() => undefined);
      waiting.abort();
      if (closed) throw new OutputClosed();
    },
  };
}
