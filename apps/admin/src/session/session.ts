import { useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { Outputs } from '../api/trpc.ts';
import { queryClient, trpc } from '../api/trpc.ts';
import { clearUnsaved } from '../draft/unsaved-store.ts';
import { postAuth } from './post-auth.ts';

export type Session = NonNullable<Outputs['session']['me']>;

/** Who is signed in, asked once and kept until sign-in or sign-out. */
export const sessionQuery = trpc.session.me.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });

/** The person who is signed in. Only for screens behind the sign-in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('useSession is used on a page without sign-in');
  return data;
}

/** How a sign-in ended; `refused` never says whether the user exists. */
export type SignInResult = 'signedIn' | 'needsCode' | 'codeRefused' | 'refused' | 'tooMany' | 'offline' | 'failed';

const resultByCode: Readonly<Record<string, SignInResult>> = {
  SECOND_FACTOR_NEEDED: 'needsCode',
  SECOND_FACTOR_REFUSED: 'codeRefused',
  SIGN_IN_REFUSED: 'refused',
  BAD_INPUT: 'refused',
  FOREIGN_ORIGIN: 'refused',
  TOO_MANY_ATTEMPTS: 'tooMany',
};

export interface Credentials {
  /** User name or mail address. */
  readonly username: string;
  readonly password: string;
  /** Of the second factor; null until it is asked for. */
  readonly code: string | null;
}

const anything = z.unknown();

export async function signIn({ username, password, code }: Credentials): Promise<SignInResult> {
  const body = { username: username.trim(), password, ...(code === null ? {} : { code: code.trim() }) };
  const posted = await postAuth('sign-in/username', body, anything);
  if (!posted.ok)
    return resultByCode[posted.problem.code] ?? (posted.problem.kind === 'offline' ? 'offline' : 'failed');
  queryClient.clear();
  return 'signedIn';
}

/** Where the browser has to go to sign in at the provider of identities; null when that cannot be started. */
export async function startAtProvider(next: string): Promise<string | null> {
  const posted = await postAuth('sign-in/oidc', { next }, z.object({ url: z.url() }));
  return posted.ok ? posted.data.url : null;
}

/** Signs out and leaves nothing of the person on this machine. False when the server could not be told. */
export async function signOut(): Promise<boolean> {
  const posted = await postAuth('sign-out', {}, anything);
  if (!posted.ok) return false;
  clearUnsaved(localStorage);
  queryClient.clear();
  return true;
}
