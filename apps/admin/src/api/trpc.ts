import type { AppRouter } from '@nianbao/server';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCContext, createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { problemOf } from './problem.ts';
import type { OnProgress } from './upload-fetch.ts';
import { uploadFetch } from './upload-fetch.ts';

const url = '/api/trpc';

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => isNonJsonSerializable(operation.input),
      true: httpLink({ url }),
      false: httpBatchLink({ url }),
    }),
  ],
});

/** A client for one upload, which tells how far it is. */
export function uploadClient(onProgress: OnProgress) {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url, fetch: uploadFetch(onProgress) })] });
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => problemOf(error).kind === 'offline' && failures < 2,
    },
  },
});

/** Query and mutation options outside components, for the router's loaders. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export type Outputs = inferRouterOutputs<AppRouter>;
