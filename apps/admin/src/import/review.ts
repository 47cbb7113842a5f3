import type { Format, Report, TableId } from '@nianbao/core';
import { formatOf, tableGrid } from '@nianbao/core';
import { createContext, useContext } from 'react';
import type { Readable, Store } from '../editor/store.ts';
import { createStore } from '../editor/store.ts';
import type { GridMap } from '../figures/grid-map.ts';
import { gridMap } from '../figures/grid-map.ts';
import type { ImportChoice, Offered } from './import-choice.ts';
import { offersOf, openingChoice, standingChoice } from './import-choice.ts';
import type { CellFilter, ImportResult, ReadCell } from './read-cells.ts';
import { readCells } from './read-cells.ts';

/** What a file offers to the draft as it stands, with its cells by key. */
export interface Offering extends Offered {
  readonly byKey: ReadonlyMap<string, ReadCell>;
}

/** The review of a file that was read: what it offers, what is chosen of it, and which cell is looked at. */
export interface Review {
  readonly result: ImportResult;
  /** The format of the file's tables; null where it has none. */
  readonly format: Format | null;
  readonly maps: ReadonlyMap<TableId, GridMap>;
  readonly offering: Store<Offering>;
  readonly choice: Store<ImportChoice>;
  readonly selected: Store<string | null>;
  readonly filter: Store<CellFilter>;
  /** Holds the file against the draft again whenever the draft changes; gives how to stop. */
  follow(): () => void;
}

function offeringOf(result: ImportResult, format: Format | null, draft: Report): Offering {
  const cells = format === null ? [] : readCells(format, result, draft.facts);
  const offers = offersOf(draft, result.understood);
  return { cells, offers, byKey: new Map(cells.map((cell) => [cell.key, cell])) };
}

/** True where the file may not be the one that was meant. */
export function mayBeWrong({ otherAgency, otherYear }: ImportResult): boolean {
  return otherAgency || otherYear;
}

export function openReview(result: ImportResult, report: Readable<Report>): Review {
  const format = formatOf(result.understood);
  const offering = createStore(offeringOf(result, format, report.get()));
  const choice = createStore(openingChoice(offering.get(), mayBeWrong(result)));
  return {
    result,
    format,
    offering,
    choice,
    maps: new Map(format?.tables.map((table) => [table.id, gridMap(tableGrid(format, table))] as const)),
    selected: createStore<string | null>(null),
    filter: createStore<CellFilter>('all'),
    follow() {
      let seen = report.get();
      return report.subscribe(() => {
        if (report.get() === seen) return;
        seen = report.get();
        offering.set(offeringOf(result, format, seen));
        choice.set(standingChoice(choice.get(), offering.get()));
      });
    },
  };
}

export const ReviewContext = createContext<Review | null>(null);

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (review === null) throw new Error('useReview is used outside a review');
  return review;
}
