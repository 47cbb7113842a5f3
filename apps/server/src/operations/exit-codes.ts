/** How an operation ends: done and all is well; done, and something was found that is not; not done. */
export const exitCodes = { well: 0, found: 1, notDone: 2 } as const;
