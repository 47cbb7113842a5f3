import type { CellValue, Change } from '@nianbao/core';
import { alterFacts, decodeFigures, encodeFigures, fieldOf } from '@nianbao/core';
import type { NextRevision } from '@nianbao/database';
import { writeRevision } from '@nianbao/database';
import type { OpenedFigures } from '../access/opened-report.ts';
import type { PersonContext } from '../api/request-context.ts';
import { assertApplicable } from './changed-fields.ts';
import { unacceptedLifecycle } from './edited-lifecycle.ts';
import { reportEvent } from './report-event.ts';
import type { ChangeSet, Written } from './write-changes.ts';
import { isPlain, unchanged, writtenAs } from './write-changes.ts';

type FigureChange = Change & { readonly kind: 'fact' };

const isFigure = (change: Change): change is FigureChange => change.kind === 'fact';

/**
 * Writes changes of figures in one statement, without a lock and without a word of the report being read. Null for what
 * needs more than that: other changes, texts in cells, an older revision, a report that was accepted further up.
 */
export async function writeFigures(
  context: PersonContext & { readonly opened: OpenedFigures },
  given: Pick<ChangeSet, 'revision' | 'changes'>,
): Promise<Written | null> {
  const { database, person, now } = context;
  const { report } = context.opened;
  const changes = given.changes.filter(isFigure);
  const isAlone = changes.length === given.changes.length;
  if (!isAlone || report.figures === null || !isPlain(report, given, now)) return null;
  const row = decodeFigures(report.figures);
  assertApplicable({ format: row.format.id, sections: [] }, changes);
  const altered = alterFacts(row, new Map<string, CellValue>(changes.map(({ key, value }) => [key, value])));
  if (altered === null) return null;
  if (altered.length === 0) return unchanged(report);
  const next: NextRevision = {
    before: report,
    after: {
      ...{ words: null, figures: encodeFigures(row), carriedFrom: report.carriedFrom },
      ...{ lifecycle: unacceptedLifecycle(context, report.lifecycle), updatedAt: now, updatedBy: person.id },
    },
    event: {
      ...reportEvent(context, report, 'report.save'),
      revision: report.revision + 1,
      changes: altered.map(({ key, before, after }) => {
        return { field: fieldOf({ kind: 'fact', key, value: after }), before, after };
      }),
    },
  };
  return (await writeRevision(database, next)) ? writtenAs(next) : null;
}
