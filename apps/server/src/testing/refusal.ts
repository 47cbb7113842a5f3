import { TRPCClientError } from '@trpc/client';
import type { ErrorBody } from '../errors/error-body.ts';
import type { AppRouter } from '../router.ts';

/** What the server says to a call that it refuses. Throws when the call succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorBody> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCClientError) {
      const { data }: TRPCClientError<AppRouter> = error;
      if (data) return data;
    }
    throw error;
  }
  throw new Error('the call was expected to be refused');
}
