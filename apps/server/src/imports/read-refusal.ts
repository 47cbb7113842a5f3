import type { ReadError, ReadErrorCode } from '@nianbao/documents';
import type { ErrorCode } from '../errors/error-table.ts';
import { ServiceError } from '../errors/service-error.ts';

/** Why a file that was not read is no fault of the file's, by the code of the reading error. */
const notItsFault: Readonly<Partial<Record<ReadErrorCode, ErrorCode>>> = {
  BUSY: 'BUSY',
  STOPPED: 'BUSY',
  NOT_STARTED: 'BUSY',
};
const retryAfter = 10;

/** What a person is told of a file that was not read. */
export function readRefusal({ code, message }: ReadError): ServiceError {
  const other = notItsFault[code];
  return other === undefined
    ? new ServiceError('UNREADABLE_FILE', { reason: { ...message, code } })
    : new ServiceError(other, { retryAfter });
}
