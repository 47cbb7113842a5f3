export type { ErrorBody } from './errors/error-body.ts';
export type { ErrorDetails, FieldConflict } from './errors/service-error.ts';
export type { AppRouter } from './router.ts';
