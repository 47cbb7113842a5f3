import { campaignProcedure, router } from '../api/trpc.ts';
import { exportSchema } from './export-view.ts';
import { getExport, getExportInput, listExports, listExportsInput, listExportsOutput } from './read-exports.ts';
import { startExport, startExportInput } from './start-export.ts';

/** A campaign's documents as one file. */
export const exportsRouter = router({
  start: campaignProcedure('bulk.read')
    .input(startExportInput)
    .output(exportSchema)
    .mutation(({ ctx, input }) => startExport(ctx, input)),
  get: campaignProcedure('bulk.read')
    .input(getExportInput)
    .output(exportSchema)
    .query(({ ctx, input }) => getExport(ctx, input)),
  list: campaignProcedure('bulk.read')
    .input(listExportsInput)
    .output(listExportsOutput)
    .query(({ ctx }) => listExports(ctx)),
});
