import type { TRPCClient } from '@trpc/client';
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client';
import type { NianbaoRouter } from './router.ts';

export interface ClientSettings {
  /** The public address of the server, such as `https://nianbao.example.gov.cn`. */
  readonly baseUrl: string;
  /** Made by an administrator of the agency. Without one only what is public can be read. */
  readonly token?: string | undefined;
}

export type NianbaoClient = TRPCClient<NianbaoRouter>;

/** Calls that are made at once go out together, as long as the address stays this short and they are this few. */
const longestAddress = 6000;
const largestBatch = 20;

/**
 * Every procedure of the API: `client.published.get.query({ agencyId, year })`. A call that is refused throws an error
 * of which `errorBodyOf` gives the code, what happened and what to do next.
 */
export function createNianbaoClient({ baseUrl, token }: ClientSettings): NianbaoClient {
  const shared = {
    url: new URL('/api/trpc', baseUrl).href,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  };
  return createTRPCClient<NianbaoRouter>({
    links: [
      splitLink({
        condition: ({ input }) => isNonJsonSerializable(input),
        true: httpLink(shared),
        false: httpBatchLink({ ...shared, maxURLLength: longestAddress, maxItems: largestBatch }),
      }),
    ],
  });
}
