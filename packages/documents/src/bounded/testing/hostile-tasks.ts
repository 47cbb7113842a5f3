import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBounded } from '../../office/run-bounded.ts';

/** What the worst documents do to a program that reads them. */
export const hostileTasks = {
  /** Well behaved: gives back what it got, and who it is. */
  echo: {
    run: (input: unknown) => ({
      input,
      pid: process.pid,
      folder: process.env.TMPDIR ?? '',
      environment: { ...process.env },
    }),
  },
  spin: {
    run(): never {
      for (;;);
    },
  },
  neverAnswer: { run: () => new Promise<never>(() => undefined) },
  fillHeap: {
    run() {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 10_000 }, () => Math.random()));
    },
  },
  fillBuffers: {
    run() {
      const kept: Uint8Array[] = [];
      for (;;) kept.push(new Uint8Array(8_000_000).fill(1));
    },
  },
  /** Grows between turns of the event loop, as a reader of streams would. */
  growSlowly: {
    async run() {
      const kept: Uint8Array[] = [];
      for (;;)
        kept.push(await new Promise<Uint8Array>((done) => setImmediate(() => done(new Uint8Array(4e6).fill(1)))));
    },
  },
  askForTooMuch: { run: () => new Uint8Array(2 ** 46).length },
  exit: { run: () => process.exit(0) },
  abort: { run: () => process.kill(process.pid, 'SIGSEGV') },
  throwError: {
    run() {
      throw new Error('broken');
    },
  },
  throwOddly: { run: () => Promise.reject(undefined) },
  answerHugely: { run: () => 'x'.repeat(100_000_000) },
  answerWithFunction: { run: () => ({ answer: () => 1 }) },
  /** Answers well, and brings the process down while the next document is read. */
  failLate: {
    run() {
      setTimeout(() => process.exit(1), 20);
      return process.pid;
    },
  },
  wait: {
    run: (milliseconds: number) => new Promise<number>((done) => setTimeout(() => done(process.pid), milliseconds)),
  },
  /** Has a converter fill memory. */
  fillProgram: {
    async run() {
      const script = 'const kept = []; setInterval(() => kept.push(new Uint8Array(4e6).fill(1)), 1)';
      return runBounded(process.execPath, ['-e', script], { folder: process.env.TMPDIR ?? '', timeLimit: 60_000 });
    },
  },
  /** Has a converter that starts a program of its own and is ended when its time is over. */
  convertTooLong: {
    async run(file: string) {
      const program = `setInterval(() => 0, 1000)`;
      const script = `const { pid } = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(program)}], { stdio: 'ignore' }); require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify({ pids: [process.pid, pid] })); setInterval(() => 0, 1000)`;
      const done = await runBounded(process.execPath, ['-e', script], {
        folder: process.env.TMPDIR ?? '',
        timeLimit: 3000,
      });
      return { done, pid: process.pid };
    },
  },
  /** Has a converter that never ends. */
  convertForEver: {
    run(file: string) {
      const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify({ pid: process.pid })); setInterval(() => 0, 1000)`;
      return runBounded(process.execPath, ['-e', script], { folder: process.env.TMPDIR ?? '', timeLimit: 60_000 });
    },
  },
  /** Leaves a file and a program behind and does not end. */
  litter: {
    run(file: string) {
      const program = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
      writeFileSync(join(process.env.TMPDIR ?? '', 'litter'), 'x'.repeat(1000));
      writeFileSync(file, JSON.stringify({ folder: process.env.TMPDIR, pids: [process.pid, program.pid] }));
      for (;;);
    },
  },
};
