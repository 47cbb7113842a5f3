import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export const passwords = {
  hash: (password: string): Promise<string> => hash(password),
  verify: ({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> =>
    verify(stored, password),
};

export const shortestPassword = 10;
export const longestPassword = 200;
