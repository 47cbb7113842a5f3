/** A domain that no mail can be sent to (RFC 2606). */
const nowhere = '@accounts.invalid';

/** The identity library wants a mail address for each account: one that can never receive anything. */
export const noMail = (account: string): string => `${account.toLowerCase()}${nowhere}`;

/** The mail address of an account, or null for one that has none. */
export const mailOf = (email: string): string | null => (email.endsWith(nowhere) ? null : email);
