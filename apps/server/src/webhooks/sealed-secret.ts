import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const lengths = { key: 32, nonce: 12, tag: 16 } as const;

const keyFrom = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'nianbao webhook secrets', lengths.key));

/** Seals a text with the server's secret, so that the database alone does not give it away. */
export function seal(text: string, secret: string): string {
  const nonce = randomBytes(lengths.nonce);
  const sealing = createCipheriv(cipher, keyFrom(secret), nonce);
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `seal` sealed. Throws when it was altered, or sealed with another secret. */
export function unseal(sealed: string, secret: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const { nonce, tag } = lengths;
  const opening = createDecipheriv(cipher, keyFrom(secret), bytes.subarray(0, nonce));
  opening.setAuthTag(bytes.subarray(nonce, nonce + tag));
  return Buffer.concat([opening.update(bytes.subarray(nonce + tag)), opening.final()]).toString('utf8');
}
