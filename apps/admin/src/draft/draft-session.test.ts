import type { Change } from '@nianbao/core';
import { applyChanges, emptyReport, formatById } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import type { DraftPorts, SaveOutcome, Stored } from './draft-session.ts';
import { openDraft } from './draft-session.ts';

const start: Stored = { report: emptyReport('云溪县林业局', 2025, formatById['2021']), revision: 1 };
const fact = (key: string, value: number | null): Change => ({ kind: 'fact', key, value });
const total = 't3.received.total';
const granted = 't3.granted.total';

/** A server with one report, a clock and a timer that the test moves by hand. */
function world(stored: Stored = start) {
  const server = { stored, answers: [] as SaveOutcome[], requests: [] as (readonly Change[])[] };
  const tasks = new Set<() => void>();
  let kept: readonly Change[] = [];
  const ports: DraftPorts = {
    save: async (revision, changes) => {
      server.requests.push(changes);
      const answer = server.answers.shift();
      if (answer !== undefined) return answer;
      const next = Math.max(revision, server.stored.revision) + 1;
      server.stored = { report: applyChanges(server.stored.report, changes), revision: next };
      return { kind: 'saved', revision: next, savedAt: '2026-01-12T08:00:00.000Z' };
    },
    reload: async () => server.stored,
    keep: (unsaved) => {
      kept = unsaved.changes;
      return true;
    },
    later: (_, task) => {
      tasks.add(task);
      return () => tasks.delete(task);
    },
    now: () => 0,
  };
  const passTime = async () => {
    const due = [...tasks];
    tasks.clear();
    for (const task of due) task();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { server, ports, passTime, kept: () => kept };
}

describe('a draft that is open', () => {
  test('shows an edit at once and saves it a moment later', async () => {
    const { server, ports, passTime } = world();
    const draft = openDraft(start, null, ports);
    draft.edit([fact(total, 1)]);
    draft.edit([fact(total, 12)]);
    expect(draft.snapshot()).toMatchObject({ state: 'waiting', report: { facts: { [total]: 12 } } });
    await passTime();
    expect(draft.snapshot()).toMatchObject({ state: 'saved', revision: 2 });
    expect(server.requests).toEqual([[fact(total, 12)]]);
  });

  test('while offline keeps everything on this machine and sends it later', async () => {
    const { server, ports, passTime, kept } = world();
    const draft = openDraft(start, null, ports);
    server.answers.push({ kind: 'offline' }, { kind: 'offline' });
    draft.edit([fact(total, 5)]);
    await passTime();
    draft.edit([fact(granted, 4)]);
    expect(draft.snapshot().state).toBe('offline');
    await passTime();
    expect(kept()).toEqual([fact(total, 5), fact(granted, 4)]);
    await passTime();
    expect(draft.snapshot().state).toBe('saved');
    expect(kept()).toEqual([]);
    expect(server.stored.report.facts).toMatchObject({ [total]: 5, [granted]: 4 });
  });

  test('starts with what an earlier visit could not save', async () => {
    const { server, ports, passTime } = world();
    const draft = openDraft(start, { revision: 1, changes: [fact(total, 9)] }, ports);
    expect(draft.snapshot()).toMatchObject({ state: 'waiting', report: { facts: { [total]: 9 } } });
    await passTime();
    expect(server.stored.report.facts[total]).toBe(9);
  });

  test('takes up what another person saved in other fields', async () => {
    const { server, ports, passTime } = world();
    const draft = openDraft(start, null, ports);
    server.stored = { report: applyChanges(start.report, [fact(granted, 3)]), revision: 2 };
    draft.edit([fact(total, 5)]);
    await passTime();
    expect(draft.snapshot()).toMatchObject({ revision: 3, report: { facts: { [total]: 5, [granted]: 3 } } });
  });

  test.each([
    ['mine', new Set([`fact:${total}`]), 5],
    ['theirs', new Set<string>(), 7],
  ])('in a conflict the person keeps %s', async (_, keepMine, expected) => {
    const { server, ports, passTime } = world();
    const draft = openDraft(start, null, ports);
    draft.edit([fact(total, 5), fact(granted, 1)]);
    server.stored = { report: applyChanges(start.report, [fact(total, 7)]), revision: 2 };
    server.answers.push({
      kind: 'conflict',
      conflicts: [{ field: `fact:${total}`, mine: fact(total, 5), theirs: fact(total, 7), by: '周明远' }],
    });
    await passTime();
    expect(draft.snapshot().state).toBe('conflict');
    expect(draft.snapshot().report.facts[total]).toBe(5);
    await draft.resolve(keepMine);
    expect(draft.snapshot()).toMatchObject({ state: 'saved', conflicts: [] });
    expect(draft.snapshot().report.facts[total]).toBe(expected);
    expect(server.stored.report.facts).toMatchObject({ [total]: expected, [granted]: 1 });
  });

  test('says why the server refused, and keeps the text', async () => {
    const { server, ports, passTime, kept } = world();
    const draft = openDraft(start, null, ports);
    server.answers.push({ kind: 'refused', message: '报告已提交' });
    draft.edit([fact(total, 5)]);
    await passTime();
    expect(draft.snapshot()).toMatchObject({ state: 'refused', refusal: '报告已提交' });
    expect(kept()).toEqual([fact(total, 5)]);
  });

  test('undo and redo are edits that are saved like others', async () => {
    const { server, ports, passTime } = world();
    const draft = openDraft(start, null, ports);
    draft.edit([fact(total, 5), fact(granted, 5)]);
    await passTime();
    expect(draft.undo()).toEqual([fact(total, null), fact(granted, null)]);
    await passTime();
    expect(server.stored.report.facts[total]).toBeNull();
    draft.redo();
    await draft.flush();
    expect(server.stored.report.facts[granted]).toBe(5);
  });

  test('what was imported can be undone', async () => {
    const { server, ports, passTime } = world();
    const draft = openDraft(start, null, ports);
    server.stored = { report: applyChanges(start.report, [fact(total, 30), fact(granted, 29)]), revision: 2 };
    draft.adopt(server.stored);
    expect(draft.snapshot()).toMatchObject({ state: 'saved', revision: 2, canUndo: true });
    draft.undo();
    await passTime();
    expect(server.stored.report.facts).toMatchObject({ [total]: null, [granted]: null });
  });
});
