/**
 * Works on many inputs, at most `width` of them at a time, and gives what comes of them in the order of the inputs. What
 * is done early waits, so no more than `width` results are ever held.
 */
export async function* inOrder<I, O>(
  inputs: Iterable<I>,
  width: number,
  work: (input: I) => Promise<O>,
): AsyncGenerator<O> {
  const underWay: Promise<O>[] = [];
  for (const input of inputs) {
    const one = work(input);
    // Awaited below, in its turn; until then a failure is nobody's.
    one.catch(() => undefined);
    underWay.push(one);
    if (underWay.length < width) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const one of underWay) yield await one;
}
