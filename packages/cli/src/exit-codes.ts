/** How `nianbao` ends: nothing to mend, errors found, or a file (or the command itself) that could not be read. */
export const exitCodes = { clean: 0, errors: 1, unreadable: 2 } as const;
