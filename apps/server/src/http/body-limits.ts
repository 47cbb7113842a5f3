import { bodyLimit } from 'hono/body-limit';
import { ServiceError } from '../errors/service-error.ts';

/** Largest file that an import takes, in bytes. */
export const largestUpload = 20 * 1024 * 1024;

/** Largest request without a file: a long report with room to spare, in bytes. */
export const largestRequest = 8 * 1024 * 1024;

const refuse = (): never => {
  throw new ServiceError('TOO_LARGE');
};

export const requestLimit = bodyLimit({ maxSize: largestRequest, onError: refuse });

/** What the form around a file may take, in bytes. */
export const formAround = 64 * 1024;

export const uploadLimit = bodyLimit({ maxSize: largestUpload + formAround, onError: refuse });
