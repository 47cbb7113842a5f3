/** Where procedures are called by tRPC. */
export const callBase = '/api/trpc';

/** The address of a procedure. */
export const callPath = (name: string): string => `${callBase}/${name}`;

/** What an address under `callBase` calls: the names of one procedure or several; null for every other address. */
export function calledIn(path: string): readonly string[] | null {
  return path.startsWith(`${callBase}/`) ? path.slice(callBase.length + 1).split(',') : null;
}
