import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 bits, in letters that can stand in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of such a secret. It has no structure to guess at, so that a plain hash does. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
