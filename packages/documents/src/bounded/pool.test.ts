import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Limits } from './limits.ts';
import type { Pool } from './pool.ts';
import { openPool } from './pool.ts';
import type { hostileTasks } from './testing/hostile-tasks.ts';
import { isRunning, until, untilWritten } from './testing/processes.ts';

const entry = new URL('testing/hostile-process.ts', import.meta.url);
const limits = { wallMs: 20_000, heapMb: 64, residentMb: 256, answerMb: 8 };
/** For documents that would go on for ever. */
const impatient = { wallMs: 500 };
const opened: Pool<typeof hostileTasks>[] = [];
const folder = mkdtempSync(join(tmpdir(), 'nianbao-pool-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  for (const pool of opened.splice(0)) {
    const pids = pool.pids();
    await pool.close();
    expect(pids.filter(isRunning)).toEqual([]);
  }
});

function open(processes = 1, changed: Partial<Limits> = {}): Pool<typeof hostileTasks> {
  const pool = openPool<typeof hostileTasks>({ entry, processes, limits: { ...limits, ...changed } });
  opened.push(pool);
  return pool;
}

async function whoWorks(pool: Pool<typeof hostileTasks>) {
  const answer = await pool.run('echo', null);
  if (!answer.ok) throw new Error(answer.failure);
  return answer.value;
}

describe('a pool of processes', () => {
  it('gives back maps, sets, dates and bytes as they were', async () => {
    const input = { map: new Map([['a', new Set([1])]]), date: new Date(0), none: undefined };
    const answer = await open().run('echo', input);
    expect(answer.ok && answer.value.input).toEqual(input);
  });

  it('works on as many documents at a time as it has processes, and keeps them', async () => {
    const pool = open(2);
    const first = await Promise.all([pool.run('wait', 30), pool.run('wait', 30), pool.run('wait', 30)]);
    const second = await Promise.all([pool.run('wait', 30), pool.run('wait', 30)]);
    const workers = [...first, ...second].map((answer) => answer.ok && answer.value);
    expect(new Set(workers).size).toBe(2);
    expect(pool.pids()).toHaveLength(2);
  });

  it('tells its processes nothing of the settings and secrets of this one', async () => {
    process.env.NIANBAO_SECRET = 'hunter2';
    const { environment, folder: own } = await whoWorks(open());
    delete process.env.NIANBAO_SECRET;
    expect(JSON.stringify(environment)).not.toContain('hunter2');
    expect(environment).toMatchObject({ HOME: own, TMPDIR: own });
  });

  it('replaces a process after so many documents', async () => {
    const pool = open(1, { documents: 2 });
    const pids = [await whoWorks(pool), await whoWorks(pool), await whoWorks(pool)].map(({ pid }) => pid);
    expect(pids[1]).toBe(pids[0]);
    expect(pids[2]).not.toBe(pids[0]);
  });

  it('lets a process go that has no work', async () => {
    const pool = open(1, { idleMs: 10 });
    const { folder: own } = await whoWorks(pool);
    await until(() => pool.pids().length === 0);
    expect(existsSync(own)).toBe(false);
  });

  it('refuses more documents than may wait', async () => {
    const pool = open(1, { waiting: 1 });
    const answers = await Promise.all([pool.run('wait', 50), pool.run('wait', 1), pool.run('wait', 1)]);
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.failure))).toEqual(['done', 'done', 'BUSY']);
  });

  it('stops everything when it is closed', async () => {
    const pool = open(1);
    const waiting = [pool.run('wait', 60_000), pool.run('wait', 1)];
    await until(() => pool.pids().length > 0);
    const pids = pool.pids();
    await pool.close();
    expect(await Promise.all([...waiting, pool.run('wait', 1)])).toEqual(
      Array(3).fill({ ok: false, failure: 'STOPPED' }),
    );
    expect(pids.filter(isRunning)).toEqual([]);
  });
});

describe('a document that', () => {
  it.each([
    ['never ends', 'spin', 'TOO_SLOW'],
    ['never answers', 'neverAnswer', 'TOO_SLOW'],
    ['fills the heap', 'fillHeap', 'TOO_MUCH_MEMORY'],
    ['fills memory outside of the heap', 'fillBuffers', 'TOO_MUCH_MEMORY'],
    ['fills memory little by little', 'growSlowly', 'TOO_MUCH_MEMORY'],
    ['has another program fill memory', 'fillProgram', 'TOO_MUCH_MEMORY'],
    ['asks for more memory than there is', 'askForTooMuch', 'TOO_MUCH_MEMORY'],
    ['makes a huge answer', 'answerHugely', 'TOO_MUCH_MEMORY'],
    ['makes an answer that cannot be sent', 'answerWithFunction', 'CRASHED'],
    ['ends the process', 'exit', 'CRASHED'],
    ['crashes the process', 'abort', 'CRASHED'],
    ['throws', 'throwError', 'CRASHED'],
    ['throws nothing in particular', 'throwOddly', 'CRASHED'],
  ] as const)('%s is answered, and the pool goes on', async (_title, task, failure) => {
    const pool = open(1, failure === 'TOO_SLOW' ? impatient : {});
    const before = await whoWorks(pool);
    expect(await pool.run(task, undefined)).toEqual({ ok: false, failure });
    expect(isRunning(before.pid)).toBe(false);
    expect(existsSync(before.folder)).toBe(false);
    expect((await whoWorks(pool)).pid).not.toBe(before.pid);
  });

  it('brings the process down later is not blamed on the next one', async () => {
    const pool = open();
    await pool.run('failLate', undefined);
    expect(await pool.run('wait', 200)).toMatchObject({ ok: true });
  });

  it('leaves files and programs behind leaves none', async () => {
    const file = join(folder, 'litter.json');
    expect(await open(1, impatient).run('litter', file)).toEqual({ ok: false, failure: 'TOO_SLOW' });
    const left = JSON.parse(await untilWritten(file));
    await until(() => left.pids.every((pid: number) => !isRunning(pid)));
    expect(existsSync(left.folder)).toBe(false);
  });
});

describe('a converter', () => {
  it('ends with the document that it works on', async () => {
    const file = join(folder, 'converter.json');
    const pool = open(1, { wallMs: 1500 });
    expect(await pool.run('convertForEver', file)).toEqual({ ok: false, failure: 'TOO_SLOW' });
    const { pid } = JSON.parse(await untilWritten(file));
    await until(() => !isRunning(pid));
  });
});

describe('a converter whose own time is over', () => {
  it('is ended with all that it has started, and the process goes on', async () => {
    const file = join(folder, 'too-long.json');
    const pool = open(1);
    const answer = await pool.run('convertTooLong', file);
    const left = JSON.parse(await untilWritten(file));
    await until(() => left.pids.every((pid: number) => !isRunning(pid)));
    expect(answer.ok && answer.value.done).toBe(false);
    expect((await whoWorks(pool)).pid).toBe(answer.ok && answer.value.pid);
  });
});

describe('nothing is left behind', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('when the program of a pool is ended by %s', async (signal) => {
    const file = join(folder, `${signal}.json`);
    const parent = spawn(process.execPath, [
      fileURLToPath(new URL('testing/parent-process.ts', import.meta.url)),
      file,
    ]);
    const left = JSON.parse(await untilWritten(file));
    parent.kill(signal);
    await until(() => left.pids.every((pid: number) => !isRunning(pid)));
    expect(existsSync(left.folder)).toBe(false);
  });
});

describe('a process that is still starting', () => {
  it('leaves nothing behind either when the program of its pool is killed', async () => {
    const own = mkdtempSync(join(folder, 'hasty-'));
    const program = fileURLToPath(new URL('testing/hasty-parent-process.ts', import.meta.url));
    const parent = spawn(process.execPath, [program], { env: { ...process.env, TMPDIR: own } });
    expect(await text(parent.stdout)).toBe('1');
    await until(() => readdirSync(own).length === 0);
  });
});

describe('a program that does not start', () => {
  it('is an error, however often it is tried', async () => {
    const pool = openPool<typeof hostileTasks>({
      entry: new URL('testing/no-process.ts', import.meta.url),
      processes: 2,
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => pool.run('echo', 1)));
    expect(answers).toEqual(Array(20).fill({ ok: false, failure: 'NOT_STARTED' }));
    await pool.close();
  });
});
