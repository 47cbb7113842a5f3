import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { ServiceError } from '../errors/service-error.ts';

/** Largest file that an import takes, in bytes. */
export const largestUpload = 20 * 1024 * 1024;

/** Largest request without a file: a long report with room to spare, in bytes. */
export const largestRequest = 8 * 1024 * 1024;

const refuse = (): never => {
  throw new ServiceError('TOO_LARGE');
};

/**
 * Refuses requests of more than so many bytes. One that says how long it is is held to that by the HTTP server; only
 * others have to be counted while they are read, which takes longer than all else that is done before a request.
 */
function limitTo(maxSize: number) {
  const counting = bodyLimit({ maxSize, onError: refuse });
  return createMiddleware((context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const length = context.req.header('content-length');
    if (length === undefined || context.req.header('transfer-encoding') !== undefined) return counting(context, next);
    return Number(length) > maxSize ? refuse() : next();
  });
}

export const requestLimit = limitTo(largestRequest);

/** What the form around a file may take, in bytes. */
export const formAround = 64 * 1024;

export const uploadLimit = limitTo(largestUpload + formAround);
