import { TRPCClientError } from '@trpc/client';
import type { ErrorBody, NianbaoRouter } from './router.ts';

/** What the server says of a call that it refused; null for any other error, such as a server that is not reached. */
export function errorBodyOf(error: unknown): ErrorBody | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { data }: TRPCClientError<NianbaoRouter> = error;
  return data ?? null;
}
