import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';

export const signInOptionsOutput = z.object({
  /** Whether a link for a new password can be asked for. */
  resetByMail: z.boolean(),
  /** What the button for the provider of identities says; null without one. */
  oidcLabel: z.string().nullable(),
});

/** The ways of signing in that this server offers besides the password. */
export function signInOptions({ sendsMail, oidcLabel }: ServerContext): z.infer<typeof signInOptionsOutput> {
  return { resetByMail: sendsMail, oidcLabel };
}
