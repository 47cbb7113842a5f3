/**
 * Where a one-time link leads. The secret stands behind the `#`, which browsers send to no server: it is in no log.
 */
export const linkAddress = (publicUrl: string, secret: string): string =>
  `${publicUrl.replace(/\/$/, '')}/admin/set-password#${secret}`;
