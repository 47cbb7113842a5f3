import type { Text } from '../findings/message.ts';
import { applicationConcepts } from './concepts-applications.ts';
import { disclosureConcepts } from './concepts-disclosure.ts';
import { disputeConcepts } from './concepts-disputes.ts';
import type { Reading } from './readings.ts';

/** What the words around a figure must be about for the concept to be meant. */
export type Subject = 'applications' | 'review' | 'litigation' | 'disputes' | 'disclosure';

/**
 * A figure of the tables as reports speak of it: the words, and every way to read them as sums of cells. `certain` says
 * that the words leave no other meaning, so that a figure which fits no reading is wrong; otherwise it only needs a look.
 */
export interface Concept {
  readonly id: string;
  readonly name: Text;
  readonly subject: Subject;
  /** Matches the words beside the figure: usually those before it, back to the last comma or figure. */
  readonly phrase: RegExp;
  /** Words that make the same phrase mean something else. */
  readonly unless?: RegExp;
  /** Units that a figure of this kind is counted in; an empty one for figures without a unit. */
  readonly units: ReadonlySet<string>;
  /** Words earlier in the sentence after which the figure counts something published. */
  readonly notAfter?: RegExp;
  /** Words elsewhere in the passage that divide the figure further, so that it needn't be all of the cell. */
  readonly dividedBy?: RegExp;
  readonly readings: readonly Reading[];
  readonly certain: boolean;
}

/** Most specific first: the first whose phrase matches is taken. */
export const concepts: readonly Concept[] = [...disclosureConcepts, ...disputeConcepts, ...applicationConcepts];
