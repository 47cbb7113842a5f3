import type { Locale } from '@nianbao/core';
import type { FoundFile } from '../files/find-files.ts';
import { findFiles } from '../files/find-files.ts';
import { takeFile } from '../files/take-file.ts';
import type { GivenFile } from '../tasks/given-file.ts';
import { readErrorMessage } from '../tasks/given-file.ts';
import { inOrder } from './in-order.ts';
import { listenForInterruption } from './interruption.ts';
import { showProgress } from './progress.ts';
import type { WorkKind } from './work.ts';
import { openWork } from './work.ts';

export interface NoAnswer {
  readonly ok: false;
  readonly message: string;
}

/** What an earlier run has done already. */
export interface Keeper<A> {
  kept(file: string, path: string): Promise<A | null>;
  add(file: string, path: string, answer: A): Promise<void>;
}

export interface FilesRun<I extends GivenFile, A> {
  readonly paths: readonly string[];
  readonly lang: Locale;
  readonly jobs: number | null;
  readonly progress: boolean;
  readonly kind: WorkKind<I, A>;
  readonly inputOf: (given: GivenFile) => I;
  readonly keeper: Keeper<A> | null;
  /** Whether what comes of each file is written to the terminal that may show the progress as well. */
  readonly toTerminal: boolean;
  readonly hasErrors: (answer: A) => boolean;
}

/** What came of one file; `path` is where it is, null where the person’s path leads to none. */
export interface FileResult<A> {
  readonly file: string;
  readonly path: string | null;
  readonly answer: A | NoAnswer;
}

export interface RunEnd {
  readonly done: number;
  readonly total: number;
  /** Exit code of the signal that stopped it; null when it came to its end. */
  readonly stoppedBy: number | null;
}

/** Null for a file whose turn did not come before the run was stopped. */
async function workOn<I extends GivenFile, A>(
  found: FoundFile,
  run: FilesRun<I, A>,
  work: ReturnType<typeof openWork>,
): Promise<FileResult<A> | null> {
  const { file } = found;
  if (found.kind === 'refused') return { file, path: null, answer: { ok: false, message: found.message } };
  const { path, isRegular } = found;
  const kept = isRegular ? ((await run.keeper?.kept(file, path)) ?? null) : null;
  if (kept !== null) return { file, path, answer: kept };
  const outcome = await work.run(run.kind, run.inputOf({ file, from: await takeFile(found), lang: run.lang }));
  if (!outcome.ok) {
    if (outcome.failure === 'STOPPED') return null;
    return { file, path, answer: { ok: false, message: readErrorMessage(outcome.failure, run.lang) } };
  }
  if (isRegular) await run.keeper?.add(file, path, outcome.value);
  return { file, path, answer: outcome.value };
}

/**
 * Works on all files that the paths name and hands over what came of each in their order, one broken file or not. Ends
 * early when it is stopped by a signal, with everything that it started.
 */
export async function overFiles<I extends GivenFile, A>(
  run: FilesRun<I, A>,
  take: (result: FileResult<A>) => Promise<void>,
): Promise<RunEnd> {
  const found = await findFiles(run.paths, run.lang);
  const work = openWork({ files: found.length, jobs: run.jobs });
  const progress = showProgress({ total: found.length, lang: run.lang, plain: run.progress });
  const interruption = listenForInterruption();
  interruption.onStop(() => void work.close());
  const one = async (file: FoundFile) => {
    if (interruption.exitCode !== null) return null;
    const result = await workOn(file, run, work);
    if (result !== null) progress.step({ hasErrors: isNoAnswer(result.answer) || run.hasErrors(result.answer) });
    return result;
  };
  let done = 0;
  try {
    for await (const result of inOrder(found, work.width, one)) {
      if (interruption.exitCode !== null || result === null) break;
      if (run.toTerminal || isNoAnswer(result.answer)) progress.hide();
      await take(result);
      done += 1;
    }
  } finally {
    progress.done();
    await work.close();
    interruption.done();
  }
  return { done, total: found.length, stoppedBy: interruption.exitCode };
}

export function isNoAnswer<A>(answer: A | NoAnswer): answer is NoAnswer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'message' in answer;
}
