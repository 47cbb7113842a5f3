import type { Database } from './connect.ts';

/** Answers many keys at once, in their order. */
type AnswerAll<Key, Value> = (database: Database, keys: readonly Key[]) => Promise<readonly Value[]>;

interface Call<Key, Value> {
  readonly key: Key;
  settle(value: Value): void;
  fail(error: unknown): void;
}

/** Batches of one kind that are under way at a time: while the database works on them, the next fills. */
const mostUnderWay = 2;
const mostInBatch = 100;

class Batches<Key, Value> {
  readonly #answerAll: (keys: readonly Key[]) => Promise<readonly Value[]>;
  readonly #waiting: Call<Key, Value>[] = [];
  #underWay = 0;

  constructor(answerAll: (keys: readonly Key[]) => Promise<readonly Value[]>) {
    this.#answerAll = answerAll;
  }

  ask(key: Key): Promise<Value> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ key, settle, fail });
      this.#next();
    });
  }

  #next(): void {
    if (this.#underWay >= mostUnderWay || this.#waiting.length === 0) return;
    this.#underWay += 1;
    void this.#answer(this.#waiting.splice(0, mostInBatch)).finally(() => {
      this.#underWay -= 1;
      this.#next();
    });
  }

  async #answer(calls: readonly Call<Key, Value>[]): Promise<void> {
    try {
      const values = await this.#answerAll(calls.map(({ key }) => key));
      if (values.length !== calls.length) throw new Error(`${values.length} answers to ${calls.length} calls`);
      for (const [at, value] of values.entries()) calls[at]?.settle(value);
    } catch (error) {
      // A failed statement did nothing, and it may have failed for one of the calls alone: each is asked by itself.
      if (calls.length > 1) await Promise.all(calls.map((call) => this.#answer([call])));
      else for (const { fail } of calls) fail(error);
    }
  }
}

/**
 * A query that is asked together for all who ask it while it is under way for others, and at once for whoever asks it
 * alone: under load, one statement answers many requests. An answer is never older than its question, since nobody
 * joins a statement that was sent. Statements must not wait for locks: all that are asked together would wait.
 */
export function batched<Key, Value>(
  answerAll: AnswerAll<Key, Value>,
): (database: Database, key: Key) => Promise<Value> {
  const batches = new WeakMap<Database, Batches<Key, Value>>();
  return (database, key) => {
    const known = batches.get(database) ?? new Batches((keys) => answerAll(database, keys));
    batches.set(database, known);
    return known.ask(key);
  };
}
