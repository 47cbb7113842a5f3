import type { Text } from '@nianbao/core';
import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';

const textSchema = z.object({ zh: z.string(), en: z.string() });

/** What the server says of an error, in the shape of its error table. */
const errorBodySchema = z.object({
  code: z.string(),
  httpStatus: z.number(),
  message: textSchema,
  next: textSchema,
  requestId: z.string(),
  details: z.object({
    conflicts: z.array(z.object({ field: z.string(), theirs: z.unknown(), by: z.string().nullable() })).optional(),
    refusals: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })).optional(),
    issues: z.array(z.object({ message: z.string() })).optional(),
    reason: textSchema.optional(),
    id: z.string().optional(),
  }),
});
type Details = z.infer<typeof errorBodySchema>['details'];

const kindByCode = {
  NOT_SIGNED_IN: 'signedOut',
  NOT_ALLOWED: 'forbidden',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  TOO_MANY_ATTEMPTS: 'tooMany',
  INTERNAL: 'failed',
} as const satisfies Record<string, string>;

/** What screens tell apart; `refused` is every other refusal, which the server's sentences explain. */
export type ProblemKind = (typeof kindByCode)[keyof typeof kindByCode] | 'offline' | 'refused';

/** Why a call did not work. `text` is the server's own: what happened and what to do next; null where it was not reached. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly text: Text | null;
  readonly requestId: string | null;
  readonly details: Details;
}

const isKnown = (code: string): code is keyof typeof kindByCode => code in kindByCode;

function sentences({ message, next, details }: z.infer<typeof errorBodySchema>): Text {
  const because = details.reason ?? { zh: '', en: '' };
  return {
    zh: [message.zh, because.zh, next.zh].join(''),
    en: [message.en, because.en, next.en].filter((text) => text !== '').join(' '),
  };
}

function problemFrom(body: z.infer<typeof errorBodySchema>): Problem {
  const { code, requestId, details } = body;
  return { kind: isKnown(code) ? kindByCode[code] : 'refused', code, text: sentences(body), requestId, details };
}

const unknown = (kind: ProblemKind): Problem => ({ kind, code: 'UNKNOWN', text: null, requestId: null, details: {} });

/** Reads any error of a call. No answer, or an answer from something else than the server, counts as offline. */
export function problemOf(error: unknown): Problem {
  const body = error instanceof TRPCClientError ? errorBodySchema.safeParse(error.data).data : undefined;
  if (body !== undefined) return problemFrom(body);
  return unknown(error instanceof TRPCClientError || error instanceof TypeError ? 'offline' : 'failed');
}

/** Reads the answer of an address that is no call, such as that of a document. */
export function problemOfResponse(answer: unknown): Problem {
  const body = z.object({ error: errorBodySchema }).safeParse(answer).data;
  return body === undefined ? unknown('offline') : problemFrom(body.error);
}
