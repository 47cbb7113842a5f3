import type { z } from 'zod';
import type { Problem } from '../api/problem.ts';
import { problemOf, problemOfResponse } from '../api/problem.ts';

export type Posted<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: Problem };

/** Posts to an address under /api/auth: what sets cookies is no call of the API. */
export async function postAuth<T>(path: string, body: object, schema: z.ZodType<T>): Promise<Posted<T>> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, problem: problemOfResponse(answer) };
    return { ok: true, data: schema.parse(answer) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}
