import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from 'hono';
import { errorBody, isUnexpected } from '../errors/error-body.ts';
import { noteRequest } from '../errors/failed-request.ts';
import { taggedAnswer } from '../http/entity-tag.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { appRouter } from '../router.ts';
import { callBase, calledIn } from './call-path.ts';
import { procedures } from './procedures.ts';
import type { ServerContext } from './request-context.ts';

/** Whether a call answers everybody the same. */
const isPublicCall = ({ method, path }: Context['req']): boolean =>
  method === 'GET' && (calledIn(path)?.every((name) => procedures.get(name)?.isPublic === true) ?? false);

/** Every procedure as tRPC calls it. What is public is answered under an entity tag. */
export function callRoute(contextOf: (context: Context<HttpEnvironment>) => Promise<ServerContext>) {
  return async (context: Context<HttpEnvironment>): Promise<Response> => {
    const answer = await fetchRequestHandler({
      endpoint: callBase,
      req: context.req.raw,
      router: appRouter,
      createContext: () => contextOf(context),
      responseMeta: ({ errors }) => {
        const waits = errors.map((error) => errorBody(error, '').details.retryAfter ?? 0);
        const longest = Math.max(0, ...waits);
        return longest === 0 ? {} : { headers: { 'retry-after': String(longest) } };
      },
      onError: ({ error, path }) => {
        noteRequest(error, context.get('requestId'));
        if (isUnexpected(error)) context.get('log').error({ error: error.cause ?? error, path }, 'call failed');
      },
    });
    const mediaType = answer.headers.get('content-type') ?? '';
    const isWhole = answer.status === 200 && mediaType.startsWith('application/json');
    if (!isWhole || !isPublicCall(context.req)) return answer;
    const tagged = taggedAnswer(context, await answer.text(), mediaType);
    const vary = answer.headers.get('vary');
    if (vary !== null) tagged.headers.set('vary', vary);
    return tagged;
  };
}
