import type { Text } from '@nianbao/core';
import { isStatementTimeout } from '@nianbao/database';
import { TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { z } from 'zod';
import type { ErrorCode } from './error-table.ts';
import { errorTable } from './error-table.ts';
import { issueWords } from './issue-words.ts';
import type { ErrorDetails } from './service-error.ts';
import { ServiceError } from './service-error.ts';

// Schemas speak where callers are answered: in both languages, wherever they are written.
z.config({ localeError: issueWords });

/** What a caller gets of an error, whatever door it came through. Never a stack. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly httpStatus: number;
  /** What happened. */
  readonly message: Text;
  /** What to do next. */
  readonly next: Text;
  readonly requestId: string;
  readonly details: ErrorDetails;
}

const transportCodes: Readonly<Partial<Record<TRPCError['code'], ErrorCode>>> = {
  BAD_REQUEST: 'BAD_INPUT',
  PARSE_ERROR: 'BAD_INPUT',
  UNSUPPORTED_MEDIA_TYPE: 'BAD_INPUT',
  METHOD_NOT_SUPPORTED: 'NOT_FOUND',
  NOT_FOUND: 'NOT_FOUND',
  PAYLOAD_TOO_LARGE: 'TOO_LARGE',
};

function detailsOf(error: TRPCError): ErrorDetails {
  if (!(error.cause instanceof z.ZodError)) return {};
  const issues = error.cause.issues.slice(0, 50).map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message,
  }));
  return { issues };
}

/** True for an error that is our own fault and belongs in the log. */
export function isUnexpected(error: unknown): boolean {
  return errorCodeOf(error) === 'INTERNAL';
}

function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof ServiceError) return error.stableCode;
  if (isStatementTimeout(error)) return 'TOO_SLOW';
  if (error instanceof TRPCError) {
    return error.cause instanceof ServiceError ? error.cause.stableCode : (transportCodes[error.code] ?? 'INTERNAL');
  }
  return 'INTERNAL';
}

/** The same as the callers of procedures read it, for what is refused before it comes to a procedure. */
export function callError(body: ErrorBody) {
  const code = TRPC_ERROR_CODES_BY_KEY[errorTable[body.code].transport];
  return { message: body.message.en, code, data: body };
}

export function errorBody(error: unknown, requestId: string): ErrorBody {
  const code = errorCodeOf(error);
  const { status, message, next } = errorTable[code];
  const cause = error instanceof TRPCError && error.cause instanceof ServiceError ? error.cause : error;
  const details = cause instanceof ServiceError ? cause.details : cause instanceof TRPCError ? detailsOf(cause) : {};
  return { code, httpStatus: status, message, next, requestId, details };
}
