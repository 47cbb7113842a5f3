import type { Change } from '@nianbao/core';
import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { ErrorCode } from './error-table.ts';
import { errorTable } from './error-table.ts';

/**
 * The same field changed by two people: the change that was sent, the one that is stored, who stored it and when. Of an
 * explanation, its text.
 */
export interface FieldConflict {
  readonly field: string;
  readonly mine: Change | string;
  readonly theirs: Change | string;
  readonly by: string | null;
  readonly at: string;
}

/** What an error says beyond its code; each member belongs to the codes that name it. */
export interface ErrorDetails {
  /** BAD_INPUT: where, and what is wrong there. */
  readonly issues?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
  /** CONFLICT: the fields with both values. */
  readonly conflicts?: readonly FieldConflict[];
  /** CONFLICT, STALE_REVISION: the report's revision now. */
  readonly revision?: number;
  /** MOVE_REFUSED, AGENCY_REFUSED: what stands in the way. */
  readonly refusals?: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  /** ALREADY_EXISTS: the report that is there. */
  readonly id?: string;
  /** UNREADABLE_FILE, ATTACHMENT_REFUSED: why. */
  readonly reason?: { readonly code: string; readonly zh: string; readonly en: string };
  /** TREE_REFUSED: how much is wrong with the list of agencies; `agencies.previewTable` says what. */
  readonly count?: number;
  /** TOO_MANY_ATTEMPTS, BUSY: seconds to wait. */
  readonly retryAfter?: number;
}

/** An error that a caller is meant to see, by a stable code of the error table. */
export class ServiceError extends TRPCError {
  override readonly name = 'ServiceError';
  readonly stableCode: ErrorCode;
  readonly details: ErrorDetails;

  /** Input that does not fit together with what is stored. */
  static badInput({ issues }: z.ZodError): ServiceError {
    const told = issues.map(({ path, message }) => ({
      path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      message,
    }));
    return new ServiceError('BAD_INPUT', { issues: told });
  }

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super({ code: errorTable[code].transport, message: errorTable[code].message.en });
    this.stableCode = code;
    this.details = details;
  }
}
