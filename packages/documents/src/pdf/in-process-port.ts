import { delivered } from './parser-messages.ts';

type Listener = (event: { readonly data: unknown }) => void;

const isListener = (value: unknown): value is Listener => typeof value === 'function';

const signalOf = (options: unknown): AbortSignal | null =>
  typeof options === 'object' && options !== null && 'signal' in options && options.signal instanceof AbortSignal
    ? options.signal
    : null;

/** Decides of each message whether it is delivered. */
type Gate = (message: unknown) => boolean;

/** One end of a pair of ports in one thread, as pdfjs's two halves speak through. */
export class InProcessPort {
  // Nothing here is called, but a browser's worker, as which pdfjs takes the port, has them.
  readonly onmessage = null;
  readonly onmessageerror = null;
  readonly onerror = null;
  readonly #listeners = new Set<Listener>();
  readonly #gate: Gate;
  #other: InProcessPort | null = null;

  private constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** Two ports; what is sent at one passes its gate or is dropped, before anything is copied. */
  static pair(gates: { readonly main: Gate; readonly worker: Gate }): {
    readonly main: InProcessPort;
    readonly worker: InProcessPort;
  } {
    const main = new InProcessPort(gates.main);
    const worker = new InProcessPort(gates.worker);
    main.#other = worker;
    worker.#other = main;
    return { main, worker };
  }

  postMessage(message: unknown, transfer: unknown = null): void {
    const other = this.#other;
    if (other === null || !this.#gate(message)) return;
    const moved: unknown[] = Array.isArray(transfer) ? transfer : [];
    const buffers = moved.filter((item) => item instanceof ArrayBuffer);
    const data = delivered(message, buffers);
    queueMicrotask(() => {
      for (const listener of other.#listeners) listener({ data });
    });
  }

  addEventListener(name: string, listener: unknown, options: unknown = null): void {
    if (name !== 'message' || !isListener(listener)) return;
    this.#listeners.add(listener);
    signalOf(options)?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: unknown): void {
    if (isListener(listener)) this.#listeners.delete(listener);
  }

  dispatchEvent(): boolean {
    return false;
  }

  terminate(): void {
    this.close();
  }

  /** Ends the pair: nothing is delivered any more, in either direction. */
  close(): void {
    const other = this.#other;
    this.#other = null;
    this.#listeners.clear();
    other?.close();
  }
}
