import { agencyProcedure, publicProcedure, reportProcedure, router, signedInProcedure } from './api/trpc.ts';
import { listAgencies } from './agencies/list-agencies.ts';
import { createReport, createReportInput } from './reports/create-report.ts';
import { getReport, getReportInput } from './reports/get-report.ts';
import { listReports, listReportsInput } from './reports/list-reports.ts';
import { saveReport, saveReportInput } from './reports/save-report.ts';
import { me } from './session/me.ts';

/** Every call that the API answers. */
export const appRouter = router({
  session: router({
    me: publicProcedure.query(({ ctx }) => me(ctx)),
  }),
  agencies: router({
    list: signedInProcedure.query(({ ctx }) => listAgencies(ctx)),
  }),
  reports: router({
    list: signedInProcedure.input(listReportsInput).query(({ ctx, input }) => listReports(ctx, input)),
    create: agencyProcedure('report.create')
      .input(createReportInput)
      .mutation(({ ctx, input }) => createReport(ctx, input)),
    get: reportProcedure('report.view')
      .input(getReportInput)
      .query(({ ctx }) => getReport(ctx)),
    save: reportProcedure('report.edit')
      .input(saveReportInput)
      .mutation(({ ctx, input }) => saveReport(ctx, input)),
  }),
});

export type AppRouter = typeof appRouter;
