import { checkFile } from './check-file.ts';
import { exportFile } from './export-file.ts';
import { importFile } from './import-file.ts';
import { verifyFile } from './verify-file.ts';

/** What a process of the command line can be asked to do with one file. */
export const tasks = {
  check: { run: checkFile },
  import: { run: importFile },
  export: { run: exportFile },
  verify: { run: verifyFile },
};
