import type { CarriedReport, ReadReport } from '@nianbao/documents';
import { carry } from '@nianbao/documents';

/** A published version that is read from an unaltered document stays that version; anything else is of no version. */
export const carriedOf = ({ copy, report }: ReadReport): CarriedReport =>
  copy.kind === 'unaltered' ? copy.carried : carry(report, null);
