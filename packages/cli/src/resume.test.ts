import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFile, processesOf, runNianbao, startNianbao, until } from './testing/run-nianbao.ts';

const page = readFileSync(exampleFile('yunxi-agriculture-2024.html'));
const clean = readFileSync(exampleFile('qinglan-township-2023.html'));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-resume-'));
const files = join(folder, 'files');
const count = 150;
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  mkdirSync(files);
  for (let at = 0; at < count; at += 1) writeFileSync(join(files, `${at}.html`), at % 5 === 0 ? page : clean);
});

const args = (journal: string) => ['check', '--json', '--jobs', '2', '--resume', journal, 'files'];
const linesIn = (journal: string): readonly string[] =>
  existsSync(join(folder, journal)) ? readFileSync(join(folder, journal), 'utf8').split('\n').slice(0, -1) : [];

/** Starts a run and ends it by a signal when part of it is done. */
async function interrupted(journal: string, signal: NodeJS.Signals) {
  const run = startNianbao(args(journal), { folder });
  await until(() => linesIn(journal).length > 20);
  run.child.kill(signal);
  const ended = await run.ended;
  await until(() => processesOf(run.child.pid).length === 0);
  return ended;
}

describe('a run with a journal', () => {
  let whole = '';
  beforeAll(async () => {
    whole = (await runNianbao(['check', '--json', 'files'], { folder })).out;
  });

  it('killed in the middle goes on from there, and its output is whole', async () => {
    await interrupted('killed', 'SIGKILL');
    const before = linesIn('killed');
    expect(before.length).toBeLessThan(count);
    appendFileSync(join(folder, 'killed'), '{"file":"files/torn.html","path":"/to');
    const { code, out } = await runNianbao(args('killed'), { folder });
    // Compared here, so that a difference is not printed in full.
    expect([code, out === whole]).toEqual([1, true]);
    const after = linesIn('killed');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(count + 1);
    const again = await runNianbao(args('killed'), { folder });
    expect(again.out === whole).toBe(true);
    expect(linesIn('killed')).toEqual(after);
  });

  it('stopped by Ctrl-C ends with all its processes and says how to go on', async () => {
    const { code, err } = await interrupted('stopped', 'SIGINT');
    expect([code, err]).toEqual([130, expect.stringMatching(/已停止，完成 \d+\/150 份。.*stopped/)]);
    const { out } = await runNianbao(args('stopped'), { folder });
    expect(out === whole).toBe(true);
  });

  it('does anew what has changed, and only that', async () => {
    const before = linesIn('killed').length;
    writeFileSync(join(files, '1.html'), page);
    writeFileSync(join(files, '2.html'), clean);
    const { out } = await runNianbao(args('killed'), { folder });
    expect(out.split('\n').filter((line) => line.includes('"T3-ROW-TOTAL"'))).toHaveLength(count / 5 + 1);
    expect(linesIn('killed')).toHaveLength(before + 1);
  });

  it('is not mixed with another run, and leaves a file alone that is no journal', async () => {
    const other = await runNianbao(['check', '--resume', 'killed', 'files'], { folder });
    expect(other).toMatchObject({ code: 2, out: '', err: expect.stringContaining('killed') });
    const report = await runNianbao(['check', '--resume', 'files/0.html', 'files'], { folder });
    expect(report).toMatchObject({ code: 2, err: expect.stringContaining('files/0.html') });
    expect(readFileSync(join(files, '0.html'))).toEqual(page);
  });
});
