import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C and its like, asked to stop what is going on rather than to end the program in the middle. */
export interface Interruption {
  /** The exit code that tells by which signal it was stopped; null while it was not. */
  readonly exitCode: number | null;
  /** Calls back when it is stopped. A second signal ends the program at once. */
  onStop(stop: () => void): void;
  /** Leaves signals to the system again. */
  done(): void;
}

export function listenForInterruption(): Interruption {
  let exitCode: number | null = null;
  const stops: (() => void)[] = [];
  const take = (signal: NodeJS.Signals) => {
    const code = 128 + constants.signals[signal];
    if (exitCode !== null) process.exit(code);
    exitCode = code;
    for (const stop of stops) stop();
  };
  for (const signal of signals) process.on(signal, take);
  return {
    get exitCode() {
      return exitCode;
    },
    onStop: (stop) => void stops.push(stop),
    done() {
      for (const signal of signals) process.off(signal, take);
    },
  };
}
