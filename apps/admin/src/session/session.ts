import { useSuspenseQuery } from '@tanstack/react-query';
import type { Outputs } from '../api/trpc.ts';
import { queryClient, trpc } from '../api/trpc.ts';
import { clearUnsaved } from '../draft/unsaved-store.ts';

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
export type SignInResult = 'signedIn' | 'refused' | 'tooMany' | 'offline' | 'failed';

const resultByStatus: Readonly<Record<number, SignInResult>> = {
  400: 'refused',
  401: 'refused',
  403: 'refused',
  422: 'refused',
  429: 'tooMany',
  502: 'offline',
  503: 'offline',
  504: 'offline',
};

async function post(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}

export async function signIn(username: string, password: string): Promise<SignInResult> {
  const response = await post('sign-in/username', { username: username.trim(), password });
  if (response === null) return 'offline';
  if (!response.ok) return resultByStatus[response.status] ?? 'failed';
  queryClient.clear();
  return 'signedIn';
}

/** Signs out and leaves nothing of the person on this machine. False when the server could not be told. */
export async function signOut(): Promise<boolean> {
  const response = await post('sign-out', {});
  if (response?.ok !== true) return false;
  clearUnsaved(localStorage);
  queryClient.clear();
  return true;
}
