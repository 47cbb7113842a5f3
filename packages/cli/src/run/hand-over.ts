/** Hands items from one that makes them to one that takes them, one at a time: giving waits until the last was taken. */
export class HandOver<T> implements AsyncIterable<T> {
  #taker = Promise.withResolvers<void>();
  #giver = Promise.withResolvers<T | null>();
  #stopped = false;

  /** Waits for the taker; nothing is taken any more where it has given up. */
  async give(item: T): Promise<void> {
    if (!this.#stopped) await this.#taker.promise;
    if (this.#stopped) return;
    this.#taker = Promise.withResolvers();
    this.#giver.resolve(item);
  }

  async end(): Promise<void> {
    if (!this.#stopped) await this.#taker.promise;
    this.#giver.resolve(null);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        this.#taker.resolve();
        const item = await this.#giver.promise;
        if (item === null) return;
        this.#giver = Promise.withResolvers();
        yield item;
      }
    } finally {
      this.#stopped = true;
      this.#taker.resolve();
    }
  }
}
