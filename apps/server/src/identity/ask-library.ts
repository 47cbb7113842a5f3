import type { Context } from 'hono';
import type { HttpEnvironment } from '../http/environment.ts';
import type { Auth } from './auth.ts';
import { addressHeader } from './auth.ts';

export interface Question {
  readonly path: string;
  readonly body?: object;
  /** Instead of the cookies of the request. */
  readonly cookie?: string;
}

/** Asks the identity library in the name of a request, with the client's address from us and from nobody else. */
export function askLibrary(auth: Auth, context: Context<HttpEnvironment>, question: Question): Promise<Response> {
  const { path, body, cookie } = question;
  const url = new URL(`/api/auth${path}`, auth.options.baseURL);
  // Requests of other sites were refused before.
  const headers = new Headers({ [addressHeader]: context.get('clientAddress'), origin: url.origin });
  const given = { cookie: cookie ?? context.req.header('cookie'), 'user-agent': context.req.header('user-agent') };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, value);
  if (body === undefined) return auth.handler(new Request(url, { headers }));
  headers.set('content-type', 'application/json');
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** The cookies of an answer in the form in which a browser sends them back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
