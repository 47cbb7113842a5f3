import { z } from 'zod';
import { agencyProcedure, router, signedInProcedure } from '../api/trpc.ts';
import { createToken, createTokenInput, createTokenOutput } from './create-token.ts';
import { listTokens, listTokensOutput } from './list-tokens.ts';
import { revokeToken, revokeTokenInput } from './revoke-token.ts';

/** Tokens of other systems, for those who keep them. */
export const tokensRouter = router({
  list: signedInProcedure('token.manage')
    .output(listTokensOutput)
    .query(({ ctx }) => listTokens(ctx)),
  create: agencyProcedure('token.manage')
    .input(createTokenInput)
    .output(createTokenOutput)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  revoke: agencyProcedure('token.manage')
    .input(revokeTokenInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => revokeToken(ctx, input)),
});
