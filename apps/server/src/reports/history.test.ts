import type { AuditEvent } from '@nianbao/database';
import { describe, expect, test } from 'vitest';
import { historyOf } from './history.ts';

const event = (minute: number, values: Partial<AuditEvent>): AuditEvent => ({
  ...{ id: 1, at: new Date(Date.UTC(2026, 0, 5, 2, minute)), actorId: 'a', actorName: '林晓溪' },
  ...{ action: 'report.save', agencyId: null, reportId: null, revision: 2, reason: null, changes: [], file: null },
  ...{ subject: null, door: 'session', address: null, requestId: null },
  ...{ stream: 'report:r', position: 1, previous: '', hash: '' },
  ...values,
});
const changed = (...fields: string[]) => fields.map((field) => ({ field, before: 0, after: 1 }));

describe('history', () => {
  test('saves of one sitting are one entry that counts each field once', () => {
    const entries = historyOf([
      event(9, { changes: changed('head:title') }),
      event(3, { changes: changed('fact:a', 'head:title') }),
      event(0, { changes: changed('fact:a') }),
    ]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ at: '2026-01-05T02:09:00.000Z', summary: { zh: '修改 2 处' } });
  });

  test.each([
    ['another person', event(1, { actorName: '方舟' })],
    ['a long pause', event(-30, {})],
    ['an import', event(1, { action: 'report.import' })],
  ])('%s begins a new entry', (_title, earlier) => {
    expect(historyOf([event(2, {}), earlier])).toHaveLength(2);
  });

  test('a move keeps its name and its reason', () => {
    const [entry] = historyOf([event(0, { action: 'report.return', reason: '请补充。' })]);
    expect(entry).toMatchObject({ action: 'report.return', summary: { zh: '退回' }, reason: '请补充。' });
  });
});
